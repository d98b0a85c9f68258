import { Inject, Injectable } from '@nestjs/common';
import type { FactorsView, PasskeyAdd, PasskeyOptions, TotpOffer } from '@sturmwarte/contracts';
import {
  DomainError,
  hasSecondFactor,
  type Clock,
  type Factors,
  type ProofMethod,
} from '@sturmwarte/domain';
import {
  AuditRepository,
  PasskeyRepository,
  PersonRepository,
  ProofRepository,
  TotpRepository,
  type Database,
  type Tx,
} from '@sturmwarte/store';
import { FreshProof } from '../../common/fresh-proof.js';
import type { Principal } from '../../common/principal.js';
import { CLOCK, DATABASE } from '../../common/tokens.js';
import { ThrottleService } from '../throttle.service.js';
import type { Visitor } from '../visitor.js';
import { passkeyPlaceOf, requirePasskeyPlace } from './passkey-place.js';
import { PasskeyService } from './passkey.service.js';
import { RecoveryCodes } from './recovery-codes.js';
import { TotpService } from './totp.service.js';

type Codes = readonly string[] | null;

/** What people set up for themselves beside the password. Every change asks for a fresh proof, and is on record. */
@Injectable()
export class FactorsService {
  private readonly audit: AuditRepository;
  private readonly proofs: ProofRepository;
  private readonly keys: PasskeyRepository;
  private readonly apps: TotpRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly fresh: FreshProof,
    private readonly throttle: ThrottleService,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeyService,
    private readonly codes: RecoveryCodes,
  ) {
    this.audit = new AuditRepository(db);
    this.proofs = new ProofRepository(db);
    this.keys = new PasskeyRepository(db);
    this.apps = new TotpRepository(db);
  }

  async look({ personId }: Principal, visitor: Visitor): Promise<FactorsView> {
    const { recoveryCodes } = await this.proofs.factorsOf(personId);
    const since = await this.totp.since(personId);
    const keys = await this.keys.list(personId);
    return {
      totp: since && { since: since.toISOString() },
      passkeys: keys.map(({ id, name, createdAt, lastUsedAt }) => ({
        id,
        name,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
      recoveryCodes,
      passkeysHere: passkeyPlaceOf(visitor) !== null,
    };
  }

  async offerTotp(principal: Principal): Promise<TotpOffer> {
    await this.fresh.require(principal);
    const { email } = await new PersonRepository(this.db).find(principal.personId);
    return this.totp.offer({ personId: principal.personId, email });
  }

  /** The first code makes the app count. */
  async confirmTotp(principal: Principal, code: string): Promise<Codes> {
    const { personId, sessionId } = principal;
    await this.fresh.require(principal);
    await this.throttle.guess('proof', personId, sessionId, async () => {
      if (!(await this.totp.isFirst(personId, code))) throw new DomainError('proof-wrong');
    });
    return this.added(principal, 'totp', { kind: 'totp' }, async (tx) => {
      if (!(await this.apps.confirm(personId, this.clock.now(), tx))) {
        throw new DomainError('already-so');
      }
    });
  }

  async removeTotp(principal: Principal): Promise<void> {
    await this.removed(principal, async (tx) => {
      const found = await this.apps.remove(principal.personId, tx);
      if (!found) throw new DomainError('not-found', { what: 'totp' });
      return { kind: 'totp' };
    });
  }

  async askForPasskey(principal: Principal, visitor: Visitor): Promise<PasskeyOptions> {
    await this.fresh.require(principal);
    const place = requirePasskeyPlace(visitor);
    const { email } = await new PersonRepository(this.db).find(principal.personId);
    return this.passkeys.askToRegister({ ...principal, email }, principal, place);
  }

  async addPasskey(
    principal: Principal,
    { name, attestation }: PasskeyAdd,
    visitor: Visitor,
  ): Promise<Codes> {
    await this.fresh.require(principal);
    const place = requirePasskeyPlace(visitor);
    const key = await this.passkeys.registered(attestation, principal, place);
    return this.added(principal, 'passkey', { kind: 'passkey', name }, (tx) =>
      this.keys.add(principal.personId, { ...key, name }, this.clock.now(), tx),
    );
  }

  async removePasskey(principal: Principal, id: number): Promise<void> {
    await this.removed(principal, async (tx) => {
      const name = await this.keys.remove(principal.personId, id, tx);
      return { kind: 'passkey', name };
    });
  }

  /** Ten new recovery codes; refuses `not-found` where they would stand in for nothing. */
  async renewCodes(principal: Principal): Promise<Codes> {
    await this.fresh.require(principal);
    return this.db.transaction(async (tx) => {
      if (!hasSecondFactor(await this.proofs.factorsOf(principal.personId, tx))) {
        throw new DomainError('not-found', { what: 'second factor' });
      }
      return this.makeCodes(principal, tx);
    });
  }

  /** With the first factor come its recovery codes. The session is proven by what was just shown. */
  private added(
    principal: Principal,
    by: ProofMethod,
    details: Readonly<Record<string, string>>,
    add: (tx: Tx) => Promise<void>,
  ): Promise<Codes> {
    const { personId, sessionId, name: subject } = principal;
    return this.db.transaction(async (tx) => {
      const before = await this.lockedFactors(personId, tx);
      await add(tx);
      await this.audit.record(tx, { principal, action: 'factor.added', subject, details });
      await this.proofs.note(sessionId, { at: this.clock.now(), by }, tx);
      return hasSecondFactor(before) ? null : this.makeCodes(principal, tx);
    });
  }

  /** With the last factor go the recovery codes. */
  private async removed(
    principal: Principal,
    remove: (tx: Tx) => Promise<Readonly<Record<string, string>>>,
  ): Promise<void> {
    const { personId, name: subject } = principal;
    await this.fresh.require(principal);
    await this.db.transaction(async (tx) => {
      await this.lockedFactors(personId, tx);
      const details = await remove(tx);
      await this.audit.record(tx, { principal, action: 'factor.removed', subject, details });
      const after = await this.proofs.factorsOf(personId, tx);
      if (!hasSecondFactor(after)) await this.codes.removeAll(personId, tx);
    });
  }

  private async makeCodes(principal: Principal, tx: Tx): Promise<string[]> {
    const { personId, name: subject } = principal;
    await this.audit.record(tx, { principal, action: 'recovery-codes.made', subject });
    return this.codes.make(personId, tx);
  }

  /** One change of a person's factors at a time: which of two is the first, or the last, must be clear. */
  private async lockedFactors(personId: number, tx: Tx): Promise<Factors> {
    await tx.query('select from person where id = $1 for update', [personId]);
    return this.proofs.factorsOf(personId, tx);
  }
}
