import type { Grant, ProofMethod } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';
import { grantsOf } from './grants-of.js';
import { SessionEntity } from './session.entity.js';

/** A session of an active person, with what that person holds now. Times in milliseconds. */
export interface FoundSession {
  readonly principal: {
    readonly personId: number;
    readonly name: string;
    readonly language: 'de' | 'en';
    readonly grants: readonly Grant[];
    readonly sessionId: number;
  };
  readonly csrf: string;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
}

export interface NewSession {
  readonly personId: number;
  readonly tokenHash: Buffer;
  readonly csrf: string;
  readonly device: string;
  readonly provenBy: ProofMethod;
  readonly now: number;
  readonly expiresAt: number;
}

export interface ListedSession {
  readonly id: number;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly device: string;
}

export class SessionRepository {
  constructor(private readonly db: Database) {}

  byTokenHash(tokenHash: Buffer): Promise<FoundSession | null> {
    return this.find({ tokenHash });
  }

  byId(id: number): Promise<FoundSession | null> {
    return this.find({ id });
  }

  async create(tx: Tx, { now, expiresAt, ...session }: NewSession): Promise<number> {
    const made = await tx.manager.insert(SessionEntity, {
      ...session,
      createdAt: new Date(now),
      lastSeenAt: new Date(now),
      provenAt: new Date(now),
      expiresAt: new Date(expiresAt),
    });
    return (made.identifiers[0] as { id: number }).id;
  }

  /** A sign of life; never moves backwards. */
  async touch(id: number, now: number): Promise<void> {
    await this.db.dataSource.query(
      'update session set last_seen_at = greatest(last_seen_at, $2) where id = $1',
      [id, new Date(now)],
    );
  }

  /** Sessions that have not ended, newest sign of life first. */
  async listOf(personId: number, now: number, idleMs: number): Promise<ListedSession[]> {
    const rows = await this.db.dataSource
      .createQueryBuilder(SessionEntity, 'session')
      .where('session.personId = :personId', { personId })
      .andWhere('session.expiresAt > :now', { now: new Date(now) })
      .andWhere('session.lastSeenAt > :alive', { alive: new Date(now - idleMs) })
      .orderBy('session.lastSeenAt', 'DESC')
      .getMany();
    return rows.map((row) => ({
      id: row.id,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      device: row.device,
    }));
  }

  /** Ends one session of a person; false when there is none. */
  async end(tx: Tx, personId: number, sessionId: number): Promise<boolean> {
    const { affected } = await tx.manager.delete(SessionEntity, { id: sessionId, personId });
    return affected === 1;
  }

  async endByToken(tx: Tx, tokenHash: Buffer): Promise<void> {
    await tx.manager.delete(SessionEntity, { tokenHash });
  }

  /** Ends every session of a person but one (`null`: all of them). */
  async endAll(tx: Tx, personId: number, except: number | null): Promise<void> {
    await tx.query('delete from session where person_id = $1 and id is distinct from $2', [
      personId,
      except,
    ]);
  }

  /** Removes what ended long ago. */
  async sweep(now: number, idleMs: number): Promise<void> {
    await this.db.dataSource.query(
      'delete from session where expires_at <= $1 or last_seen_at <= $2',
      [new Date(now), new Date(now - idleMs)],
    );
  }

  private async find(
    where: { readonly tokenHash: Buffer } | { readonly id: number },
  ): Promise<FoundSession | null> {
    const row = await this.db.dataSource.getRepository(SessionEntity).findOne({
      where: { ...where, person: { active: true } },
      relations: { person: { grants: true } },
    });
    if (row === null) return null;
    const { id, name, language } = row.person;
    return {
      principal: { personId: id, name, language, grants: grantsOf(row.person), sessionId: row.id },
      csrf: row.csrf,
      lastSeenAt: row.lastSeenAt.getTime(),
      expiresAt: row.expiresAt.getTime(),
    };
  }
}
