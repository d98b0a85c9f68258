import { Inject, Injectable } from '@nestjs/common';
import type { SignInAnswer } from '@sturmwarte/contracts';
import { hasSecondFactor, proofMethodsOf, type Clock } from '@sturmwarte/domain';
import { ProofRepository, SignInStepRepository, type Database, type Tx } from '@sturmwarte/store';
import { newToken, tokenHash } from '../common/token-hash.js';
import { CLOCK, DATABASE } from '../common/tokens.js';
import { SessionOpener } from './session-opener.js';
import type { Visitor } from './visitor.js';

const STEP_MS = 5 * 60_000;

export interface Entered {
  /** For the cookie; null: nobody is signed in yet, the second factor is asked for. */
  readonly token: string | null;
  readonly view: SignInAnswer;
}

/** Where a password (typed or newly chosen) leads: into a session, or to the question for the second factor. */
@Injectable()
export class Entrance {
  private readonly proofs: ProofRepository;
  private readonly steps: SignInStepRepository;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly opener: SessionOpener,
  ) {
    this.proofs = new ProofRepository(db);
    this.steps = new SignInStepRepository(db);
  }

  async enter(personId: number, visitor: Visitor, tx: Tx): Promise<Entered> {
    const factors = await this.proofs.factorsOf(personId, tx);
    if (!hasSecondFactor(factors)) return this.opener.open(personId, 'password', visitor, tx);
    const token = newToken();
    const expiresAt = this.clock.now() + STEP_MS;
    await this.steps.create({ tokenHash: tokenHash(token), personId, expiresAt }, tx);
    const methods = proofMethodsOf(factors);
    const secondStep = { token, methods, expiresAt: new Date(expiresAt).toISOString() };
    return { token: null, view: { secondStep } };
  }
}
