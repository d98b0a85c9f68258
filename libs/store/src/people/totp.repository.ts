import type { Database } from '../database.js';
import type { Tx } from '../tx.js';

/** The shared secret of a person's authenticator app. */
export interface StoredTotp {
  /** Encrypted. */
  readonly secret: Buffer;
  readonly confirmedAt: Date | null;
}

export class TotpRepository {
  constructor(private readonly db: Database) {}

  async find(personId: number): Promise<StoredTotp | null> {
    const rows = await this.db.dataSource.query<StoredTotp[]>(
      'select secret, confirmed_at as "confirmedAt" from person_totp where person_id = $1',
      [personId],
    );
    return rows[0] ?? null;
  }

  /** A secret that counts once its first code was right; false when one counts already. */
  async offer(personId: number, secret: Buffer, now: number, tx: Tx): Promise<boolean> {
    const rows = await tx.query(
      `insert into person_totp (person_id, secret, created_at) values ($1, $2, $3)
       on conflict (person_id) do update set secret = $2, created_at = $3, last_step = null
         where person_totp.confirmed_at is null
       returning person_id`,
      [personId, secret, new Date(now)],
    );
    return rows.length === 1;
  }

  async confirm(personId: number, now: number, tx: Tx): Promise<boolean> {
    const rows = await tx.query(
      `update person_totp set confirmed_at = $2 where person_id = $1 and confirmed_at is null
       returning person_id`,
      [personId, new Date(now)],
    );
    return rows.length === 1;
  }

  /** Uses a time step up; false when it, or a later one, was used before. Of many at once one succeeds. */
  async useStep(personId: number, step: number): Promise<boolean> {
    const { rowCount } = await this.db.pool.query(
      `update person_totp set last_step = $2
       where person_id = $1 and (last_step is null or last_step < $2)`,
      [personId, step],
    );
    return rowCount === 1;
  }

  /** False when there was none. */
  async remove(personId: number, tx: Tx): Promise<boolean> {
    const sql = 'delete from person_totp where person_id = $1 returning person_id';
    return (await tx.query(sql, [personId])).length > 0;
  }
}
