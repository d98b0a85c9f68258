import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import { checkFreshProof, DomainError, type Clock, type Proof } from '@sturmwarte/domain';
import { ProofRepository, type Database, type Tx } from '@sturmwarte/store';
import type { Principal } from './principal.js';
import { CLOCK, CONFIG, DATABASE } from './tokens.js';

/**
 * Asks the person behind a session to have proved lately who they are: before approving, publishing, breaking glass,
 * and before changing the means of proof.
 */
@Injectable()
export class FreshProof {
  private readonly proofs: ProofRepository;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.proofs = new ProofRepository(db);
  }

  /**
   * How and when it was proven, for the journal. Refuses with `proof-needed` {methods, maxAgeMs}; consoles then ask the
   * person, post the answer to `/api/v1/proof` and send the command again.
   */
  async require({ sessionId }: Pick<Principal, 'sessionId'>, tx?: Tx): Promise<Proof> {
    const state = await this.proofs.stateOf(sessionId, tx);
    if (state === null) throw new DomainError('not-signed-in');
    return checkFreshProof(state.proof, state.factors, this.clock.now(), this.config.proofMaxAgeMs);
  }
}
