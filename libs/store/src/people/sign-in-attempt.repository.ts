import { LessThan } from 'typeorm';
import type { Database } from '../database.js';
import { SignInAttemptEntity } from './sign-in-attempt.entity.js';

/** Attempts of one subject within the window, the new one included. */
export interface AttemptCount {
  readonly subject: string;
  readonly count: number;
  /** Milliseconds; the first to leave the window. */
  readonly oldestAt: number;
}

/** Failed sign-ins, counted per account and per address, shared by all servers of a house. */
export class SignInAttemptRepository {
  constructor(private readonly db: Database) {}

  /**
   * Notes an attempt before it is made, so that many at once cannot all see a low count.
   * Answers the ids to take back and the counts since `since`.
   */
  async reserve(
    subjects: readonly string[],
    now: number,
    since: number,
  ): Promise<{ readonly ids: readonly string[]; readonly counts: readonly AttemptCount[] }> {
    const { dataSource } = this.db;
    const made = await dataSource.query<{ id: string }[]>(
      'insert into sign_in_attempt (subject, at) select s, $2 from unnest($1::text[]) s returning id',
      [subjects, new Date(now)],
    );
    const counts = await dataSource.query<{ subject: string; count: number; oldestAt: Date }[]>(
      `select subject, count(*)::int as count, min(at) as "oldestAt" from sign_in_attempt
       where subject = any($1) and at > $2 group by subject`,
      [subjects, new Date(since)],
    );
    return {
      ids: made.map(({ id }) => id),
      counts: counts.map((row) => ({ ...row, oldestAt: row.oldestAt.getTime() })),
    };
  }

  /** Takes reserved attempts back: refused ones must not prolong the wait. */
  async release(ids: readonly string[]): Promise<void> {
    await this.db.dataSource.query('delete from sign_in_attempt where id = any($1::bigint[])', [
      ids,
    ]);
  }

  /** Forgets the failures of a subject. */
  async clear(subject: string): Promise<void> {
    await this.db.dataSource.manager.delete(SignInAttemptEntity, { subject });
  }

  async sweep(before: number): Promise<void> {
    await this.db.dataSource.manager.delete(SignInAttemptEntity, {
      at: LessThan(new Date(before)),
    });
  }
}
