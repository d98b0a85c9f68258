import { Inject, Injectable } from '@nestjs/common';
import type { PasskeyOptions, SecondStepProof } from '@sturmwarte/contracts';
import { DomainError, hasSecondFactor, proofMethodsOf, type Clock } from '@sturmwarte/domain';
import {
  AuditRepository,
  ProofRepository,
  SignInStepRepository,
  type Database,
  type SignInStep,
} from '@sturmwarte/store';
import { tokenHash } from '../../common/token-hash.js';
import { CLOCK, DATABASE } from '../../common/tokens.js';
import { SessionOpener, type OpenedSession } from '../session-opener.js';
import { ThrottleService } from '../throttle.service.js';
import type { Visitor } from '../visitor.js';
import { requirePasskeyPlace } from './passkey-place.js';
import { PasskeyService } from './passkey.service.js';
import { ProofCheck } from './proof-check.js';

/** From the password to a session, for people with a second factor. */
@Injectable()
export class SecondStepService {
  private readonly steps: SignInStepRepository;
  private readonly proofs: ProofRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly throttle: ThrottleService,
    private readonly check: ProofCheck,
    private readonly passkeys: PasskeyService,
    private readonly opener: SessionOpener,
  ) {
    this.steps = new SignInStepRepository(db);
    this.proofs = new ProofRepository(db);
  }

  async ask(token: string, visitor: Visitor): Promise<PasskeyOptions> {
    const { id: stepId, personId } = await this.find(token);
    return this.passkeys.askToProve(personId, { stepId }, requirePasskeyPlace(visitor));
  }

  async finish({ token, proof }: SecondStepProof, visitor: Visitor): Promise<OpenedSession> {
    const step = await this.find(token);
    const { id: stepId, personId } = step;
    const factors = await this.proofs.factorsOf(personId);
    // The factors were taken away meanwhile: nothing is left to show here.
    if (!hasSecondFactor(factors)) throw new DomainError('sign-in-expired');
    if (!proofMethodsOf(factors).includes(proof.method)) throw new DomainError('proof-wrong');
    await this.throttle.guess('second-step', personId, stepId, async () => {
      if (await this.check.isRight(personId, { stepId }, proof, visitor)) return;
      await this.refused(step, proof.method);
      throw new DomainError('proof-wrong');
    });
    return this.db.transaction(async (tx) => {
      await this.steps.use(stepId, tx);
      return this.opener.open(personId, proof.method, visitor, tx);
    });
  }

  private find(token: string): Promise<SignInStep> {
    return this.steps.find(tokenHash(token), this.clock.now());
  }

  private async refused({ personId, name }: SignInStep, by: string): Promise<void> {
    const details = { by, where: 'sign-in' };
    const principal = { personId, name };
    await this.db.transaction((tx) =>
      new AuditRepository(this.db).record(tx, {
        principal,
        action: 'proof.refused',
        subject: name,
        details,
      }),
    );
  }
}
