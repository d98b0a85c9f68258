import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type { Config } from '@sturmwarte/config';
import type { SessionRow } from '@sturmwarte/contracts';
import { DomainError, type Clock } from '@sturmwarte/domain';
import {
  AuditRepository,
  PersonRepository,
  SessionRepository,
  type Database,
  type Tx,
} from '@sturmwarte/store';
import type { Principal } from '../common/principal.js';
import { BUS, CLOCK, CONFIG, DATABASE } from '../common/tokens.js';

const HOUR_MS = 3_600_000;

/** The open sessions of a person: seen and ended by themselves, or by an administrator. */
@Injectable()
export class AccountSessionsService {
  private readonly sessions: SessionRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.sessions = new SessionRepository(db);
  }

  async list(principal: Principal, personId: number): Promise<SessionRow[]> {
    await this.people().find(personId);
    const idleMs = this.config.sessionIdleHours * HOUR_MS;
    const open = await this.sessions.listOf(personId, this.clock.now(), idleMs);
    return open.map((session) => ({ ...session, current: session.id === principal.sessionId }));
  }

  /** Ends one session at once, its socket included. */
  async revoke(principal: Principal, personId: number, sessionId: number): Promise<void> {
    await this.end(principal, personId, async (tx) => {
      const found = await this.sessions.end(tx, personId, sessionId);
      if (!found) throw new DomainError('not-found', { what: 'session', id: sessionId });
    });
  }

  /** Ends every session of a person but the one that asks. */
  async revokeAll(principal: Principal, personId: number): Promise<void> {
    await this.end(principal, personId, (tx) =>
      this.sessions.endAll(tx, personId, principal.sessionId),
    );
  }

  private async end(
    principal: Principal,
    personId: number,
    work: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { name: subject } = await this.people().find(personId, tx);
      await work(tx);
      await new AuditRepository(this.db).record(tx, {
        principal,
        action: 'session.revoked',
        subject,
      });
    });
    this.bus.publish('people.changed', { personId });
  }

  private people(): PersonRepository {
    return new PersonRepository(this.db);
  }
}
