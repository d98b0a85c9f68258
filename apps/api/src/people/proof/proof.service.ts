import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import type { PasskeyOptions, ProofRequest, ProofView } from '@sturmwarte/contracts';
import { DomainError, isFreshProof, proofMethodsOf, type Clock } from '@sturmwarte/domain';
import {
  AuditRepository,
  ProofRepository,
  type Database,
  type ProofState,
} from '@sturmwarte/store';
import type { Principal } from '../../common/principal.js';
import { CLOCK, CONFIG, DATABASE } from '../../common/tokens.js';
import { ThrottleService } from '../throttle.service.js';
import type { Visitor } from '../visitor.js';
import { requirePasskeyPlace } from './passkey-place.js';
import { PasskeyService } from './passkey.service.js';
import { ProofCheck } from './proof-check.js';

/** People prove anew, in the session they have, that it is they who act. Nobody can do it for another. */
@Injectable()
export class ProofService {
  private readonly proofs: ProofRepository;
  private readonly audit: AuditRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly throttle: ThrottleService,
    private readonly check: ProofCheck,
    private readonly passkeys: PasskeyService,
  ) {
    this.proofs = new ProofRepository(db);
    this.audit = new AuditRepository(db);
  }

  async look({ sessionId }: Principal): Promise<ProofView> {
    const { proof, factors } = await this.stateOf(sessionId);
    const { proofMaxAgeMs: maxAgeMs } = this.config;
    const stands = isFreshProof(proof, factors, this.clock.now(), maxAgeMs);
    return {
      proof: stands ? { at: new Date(proof.at).toISOString(), by: proof.by } : null,
      methods: proofMethodsOf(factors),
      maxAgeMs,
    };
  }

  ask({ personId, sessionId }: Principal, visitor: Visitor): Promise<PasskeyOptions> {
    return this.passkeys.askToProve(personId, { sessionId }, requirePasskeyPlace(visitor));
  }

  async prove(principal: Principal, request: ProofRequest, visitor: Visitor): Promise<ProofView> {
    const { personId, sessionId, name: subject } = principal;
    const { factors } = await this.stateOf(sessionId);
    const methods = proofMethodsOf(factors);
    // Not looked at, so that it tells nothing: a stolen session must not learn whether a password is right.
    if (!methods.includes(request.method)) {
      const { proofMaxAgeMs: maxAgeMs } = this.config;
      throw new DomainError('proof-needed', { methods: methods.join(','), maxAgeMs });
    }
    const details = { by: request.method };
    await this.throttle.guess('proof', personId, sessionId, async () => {
      if (await this.check.isRight(personId, { sessionId }, request, visitor)) return;
      await this.db.transaction((tx) =>
        this.audit.record(tx, { principal, action: 'proof.refused', subject, details }),
      );
      throw new DomainError('proof-wrong');
    });
    await this.db.transaction(async (tx) => {
      await this.proofs.note(sessionId, { at: this.clock.now(), by: request.method }, tx);
      await this.audit.record(tx, { principal, action: 'proof.given', subject, details });
    });
    return this.look(principal);
  }

  private async stateOf(sessionId: number): Promise<ProofState> {
    const state = await this.proofs.stateOf(sessionId);
    if (state === null) throw new DomainError('not-signed-in');
    return state;
  }
}
