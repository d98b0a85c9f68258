import type { MailSettings, WebhookSettings } from '@sturmwarte/contracts';
import { DomainError, type OutletChannel } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';
import { violates } from '../violates.js';

/** Kinds that are set up; what a person says by hand needs nothing of ours. */
export type StoredExitKind = 'webhook' | 'mail' | 'sandbox';

export interface StoredExit {
  readonly id: number;
  readonly brandId: number;
  readonly name: string;
  readonly kind: StoredExitKind;
  readonly channels: readonly OutletChannel[];
  readonly settings: WebhookSettings | MailSettings | null;
  /** Sealed: only the server that knows the house's secret reads them. */
  readonly secrets: Buffer | null;
  readonly active: boolean;
}
export type ExitValues = Omit<StoredExit, 'id'>;

const ROW = 'id, brand_id as "brandId", name, kind, channels, settings, secrets, active';

/** Where statements leave the house. */
export class ExitRepository {
  constructor(private readonly db: Database) {}

  /** By brand and name. */
  async list(brands: 'all' | readonly number[]): Promise<StoredExit[]> {
    return this.db.dataSource.query<StoredExit[]>(
      `select ${ROW} from exit where $1::int[] is null or brand_id = any($1) order by brand_id, name`,
      [brands === 'all' ? null : brands],
    );
  }

  async find(id: number, tx?: Tx): Promise<StoredExit> {
    const sql = `select ${ROW} from exit where id = $1`;
    const [row] = tx
      ? await tx.query<StoredExit>(sql, [id])
      : await this.db.dataSource.query<StoredExit[]>(sql, [id]);
    if (row === undefined) throw new DomainError('not-found', { what: 'exit', id });
    return row;
  }

  create(values: ExitValues, tx: Tx): Promise<StoredExit> {
    const { brandId, name, kind, channels, settings, secrets, active } = values;
    return this.write(
      tx,
      name,
      `insert into exit (brand_id, name, kind, channels, settings, secrets, active)
       values ($1, $2, $3, $4, $5, $6, $7) returning ${ROW}`,
      [brandId, name, kind, channels, JSON.stringify(settings), secrets, active],
    );
  }

  change(after: StoredExit, tx: Tx): Promise<StoredExit> {
    const { id, name, channels, settings, secrets, active } = after;
    return this.write(
      tx,
      name,
      `update exit set name = $2, channels = $3, settings = $4, secrets = $5, active = $6
       where id = $1 returning ${ROW}`,
      [id, name, channels, JSON.stringify(settings), secrets, active],
    );
  }

  private async write(
    tx: Tx,
    name: string,
    sql: string,
    params: readonly unknown[],
  ): Promise<StoredExit> {
    try {
      const [row] = await tx.query<StoredExit>(sql, params);
      if (row === undefined) throw new Error('no exit written');
      return row;
    } catch (error) {
      if (violates(error, 'exit_name_key')) throw new DomainError('name-taken', { name });
      throw error;
    }
  }
}
