import { Inject, Injectable } from '@nestjs/common';
import type { SessionView } from '@sturmwarte/contracts';
import type { Config } from '@sturmwarte/config';
import type { Clock, ProofMethod } from '@sturmwarte/domain';
import { PersonRepository, SessionRepository, type Tx } from '@sturmwarte/store';
import { newToken, tokenHash } from '../common/token-hash.js';
import { CLOCK, CONFIG } from '../common/tokens.js';
import type { Visitor } from './visitor.js';

const DAY_MS = 86_400_000;

export interface OpenedSession {
  /** For the cookie, and nowhere else. */
  readonly token: string;
  readonly view: SessionView;
}

/** Signs a person in: after a password, a set-up or a link. */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly people: PersonRepository,
    private readonly sessions: SessionRepository,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open(
    personId: number,
    provenBy: ProofMethod,
    visitor: Visitor,
    tx: Tx,
  ): Promise<OpenedSession> {
    const now = this.clock.now();
    const token = newToken();
    const csrf = newToken();
    // The browser gets a new session; the one it had would only linger.
    if (visitor.sessionToken) await this.sessions.endByToken(tx, tokenHash(visitor.sessionToken));
    await this.sessions.create(tx, {
      personId,
      tokenHash: tokenHash(token),
      csrf,
      device: visitor.device,
      provenBy,
      now,
      expiresAt: now + this.config.sessionMaxDays * DAY_MS,
    });
    const person = await this.people.change(personId, { lastSignInAt: new Date(now) }, tx);
    const factorsReset = await this.people.factorsReset(personId, tx);
    return { token, view: { person, csrf, ...(factorsReset && { factorsReset }) } };
  }
}
