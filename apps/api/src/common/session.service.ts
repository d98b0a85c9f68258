import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import type { Clock } from '@sturmwarte/domain';
import { SessionRepository, type Database } from '@sturmwarte/store';
import type { Principal } from './principal.js';
import { sessionTokenIn } from './session-cookie.js';
import { CLOCK, CONFIG, DATABASE } from './tokens.js';
import { tokenHash } from './token-hash.js';

const HOUR_MS = 3_600_000;
/** Signs of life are written at most this often. */
const TOUCH_MS = 60_000;

export interface LiveSession {
  readonly principal: Principal;
  readonly csrf: string;
}

/** Who stands behind a cookie, for HTTP requests and socket handshakes alike. */
@Injectable()
export class SessionService {
  private readonly sessions: SessionRepository;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.sessions = new SessionRepository(db);
  }

  /** The person behind a `Cookie` header; null when there is no session, or it has ended. */
  async resolve(cookieHeader: string | undefined): Promise<Principal | null> {
    return (await this.find(cookieHeader))?.principal ?? null;
  }

  /** Is a session found earlier (an open socket) still good, and with which grants? Counts as a sign of life. */
  async check(sessionId: number): Promise<Principal | null> {
    return (await this.alive(await this.sessions.byId(sessionId)))?.principal ?? null;
  }

  async find(cookieHeader: string | undefined): Promise<LiveSession | null> {
    const token = sessionTokenIn(cookieHeader);
    return token === null ? null : this.alive(await this.sessions.byTokenHash(tokenHash(token)));
  }

  private async alive(
    row: Awaited<ReturnType<SessionRepository['byId']>>,
  ): Promise<LiveSession | null> {
    const now = this.clock.now();
    if (row === null || row.expiresAt <= now) return null;
    if (now - row.lastSeenAt > this.config.sessionIdleHours * HOUR_MS) return null;
    if (now - row.lastSeenAt >= TOUCH_MS) await this.sessions.touch(row.principal.sessionId, now);
    return { principal: row.principal, csrf: row.csrf };
  }
}
