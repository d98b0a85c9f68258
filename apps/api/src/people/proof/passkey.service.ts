import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Config } from '@sturmwarte/config';
import type { PasskeyAssertion, PasskeyAttestation, PasskeyOptions } from '@sturmwarte/contracts';
import { DomainError, type Clock } from '@sturmwarte/domain';
import {
  PasskeyRepository,
  type ChallengeOwner,
  type ChallengePurpose,
  type Database,
  type NewPasskey,
} from '@sturmwarte/store';
import type { Logger } from 'pino';
import { CLOCK, CONFIG, DATABASE, LOG } from '../../common/tokens.js';
import type { PasskeyPlace } from './passkey-place.js';

/** How long a question may wait for its answer: a phone must be found and unlocked. */
const CHALLENGE_MS = 3 * 60_000;

/** Passkeys (WebAuthn): the browser signs a question that was asked here, of this session, a moment ago. */
@Injectable()
export class PasskeyService {
  private readonly keys: PasskeyRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.keys = new PasskeyRepository(db);
  }

  /** The question that makes a new key. */
  async askToRegister(
    person: { readonly personId: number; readonly email: string; readonly name: string },
    owner: ChallengeOwner,
    { rpId }: PasskeyPlace,
  ): Promise<PasskeyOptions> {
    const known = await this.keys.list(person.personId);
    const options = await generateRegistrationOptions({
      rpName: 'Sturmwarte',
      rpID: rpId,
      userID: this.handleOf(person.personId),
      userName: person.email,
      userDisplayName: person.name,
      timeout: CHALLENGE_MS,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
      // Possession alone would let a found key speak for its owner.
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    });
    await this.ask(owner, 'register', options.challenge);
    return { ...options };
  }

  /** The new key, once its browser answered what was asked. Refuses `proof-wrong`. */
  async registered(
    { response, ...rest }: PasskeyAttestation,
    owner: ChallengeOwner,
    { origin, rpId }: PasskeyPlace,
  ): Promise<Omit<NewPasskey, 'name'>> {
    const { clientDataJSON, attestationObject, transports = [] } = response;
    const checked = await this.checked(() =>
      verifyRegistrationResponse({
        response: {
          ...rest,
          response: { clientDataJSON, attestationObject, transports },
          clientExtensionResults: {},
        },
        expectedChallenge: (challenge) => this.take(owner, 'register', challenge),
        expectedOrigin: origin,
        expectedRPID: rpId,
        requireUserVerification: true,
      }),
    );
    if (!checked?.verified) throw new DomainError('proof-wrong');
    const { id: credentialId, publicKey, counter } = checked.registrationInfo.credential;
    return { credentialId, publicKey: Buffer.from(publicKey), counter, transports };
  }

  /** The question that proves who somebody is. */
  async askToProve(
    personId: number,
    owner: ChallengeOwner,
    { rpId }: PasskeyPlace,
  ): Promise<PasskeyOptions> {
    const known = await this.keys.list(personId);
    const options = await generateAuthenticationOptions({
      rpID: rpId,
      timeout: CHALLENGE_MS,
      userVerification: 'required',
      allowCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
    });
    await this.ask(owner, 'prove', options.challenge);
    return { ...options };
  }

  async use(
    personId: number,
    { response, ...rest }: PasskeyAssertion,
    owner: ChallengeOwner,
    { origin, rpId }: PasskeyPlace,
  ): Promise<boolean> {
    const key = (await this.keys.list(personId)).find(
      ({ credentialId }) => credentialId === rest.id,
    );
    if (!key) return false;
    const { clientDataJSON, authenticatorData, signature } = response;
    const checked = await this.checked(() =>
      verifyAuthenticationResponse({
        response: {
          ...rest,
          response: { clientDataJSON, authenticatorData, signature },
          clientExtensionResults: {},
        },
        expectedChallenge: (challenge) => this.take(owner, 'prove', challenge),
        expectedOrigin: origin,
        expectedRPID: rpId,
        requireUserVerification: true,
        credential: {
          id: key.credentialId,
          publicKey: new Uint8Array(key.publicKey),
          counter: key.counter,
          transports: key.transports,
        },
      }),
    );
    if (!checked?.verified) return false;
    return this.keys.use(key.id, checked.authenticationInfo.newCounter, this.clock.now());
  }

  private async ask(
    owner: ChallengeOwner,
    purpose: ChallengePurpose,
    challenge: string,
  ): Promise<void> {
    const expiresAt = this.clock.now() + CHALLENGE_MS;
    await this.db.transaction((tx) => this.keys.ask(owner, purpose, challenge, expiresAt, tx));
  }

  private take(
    owner: ChallengeOwner,
    purpose: ChallengePurpose,
    challenge: string,
  ): Promise<boolean> {
    return this.keys.take(owner, purpose, challenge, this.clock.now());
  }

  /** The library throws at whatever is not right in an answer: to its sender all of it is the same refusal. */
  private async checked<T>(check: () => Promise<T>): Promise<T | null> {
    try {
      return await check();
    } catch (error) {
      this.log.info({ reason: String(error) }, 'a passkey was not accepted');
      return null;
    }
  }

  /** Told to authenticators instead of a number others could count on. */
  private handleOf(personId: number): Uint8Array<ArrayBuffer> {
    const handle = createHmac('sha256', this.config.secret).update(`passkey:${personId}`).digest();
    return new Uint8Array(handle);
  }
}
