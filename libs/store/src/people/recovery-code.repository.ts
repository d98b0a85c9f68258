import type { Database } from '../database.js';
import type { Tx } from '../tx.js';

/** Codes that stand in for a lost second factor, as hashes; each works once. */
export class RecoveryCodeRepository {
  constructor(private readonly db: Database) {}

  /** Earlier ones stop working. None: the person has no codes any more. */
  async replace(personId: number, hashes: readonly Buffer[], tx: Tx): Promise<void> {
    await tx.query('delete from recovery_code where person_id = $1', [personId]);
    await tx.query(
      'insert into recovery_code (person_id, code_hash) select $1, unnest($2::bytea[])',
      [personId, hashes],
    );
  }

  /** Uses a code up; false when it is none of theirs or was used before. */
  async use(personId: number, hash: Buffer, now: number): Promise<boolean> {
    const { rowCount } = await this.db.pool.query(
      `update recovery_code set used_at = $3
       where person_id = $1 and code_hash = $2 and used_at is null`,
      [personId, hash, new Date(now)],
    );
    return rowCount === 1;
  }
}
