import type { PoolClient } from 'pg';
import type { Pool } from './pool.js';

/** A place in the sequence of commits: everything up to it was dealt with. */
export interface StagePlace {
  readonly xid: string;
  readonly id: string;
}

export interface IntakeBatchRow extends StagePlace {
  readonly spaceId: number;
  /** New mentions lie between these ids; null when there are none. */
  readonly firstId: number | null;
  readonly lastId: number | null;
  readonly replaced: readonly number[];
  readonly topics: readonly number[];
  readonly committedAt: Date;
}

const START: StagePlace = { xid: '0', id: '0' };

/** The log of committed batches, and how far each stage behind the commit has come. */
export class StageRepository {
  constructor(private readonly pool: Pool) {}

  async place(stage: string): Promise<StagePlace> {
    const { rows } = await this.pool.query<StagePlace>(
      'select xid::text as xid, id::text as id from stage_offset where stage = $1',
      [stage],
    );
    return rows[0] ?? START;
  }

  /**
   * The next batches in the order of their transactions. Only those below the oldest transaction that still runs: a
   * later one cannot slip in before them any more.
   */
  async batchesAfter({ xid, id }: StagePlace, limit: number): Promise<IntakeBatchRow[]> {
    const { rows } = await this.pool.query<{
      xid: string;
      id: string;
      space_id: number;
      first_id: string | null;
      last_id: string | null;
      replaced: string[];
      topics: number[];
      committed_at: Date;
    }>(
      `select xid::text as xid, id::text as id, space_id, first_id, last_id, replaced, topics, committed_at
       from intake_batch b
       where (b.xid, b.id) > ($1::xid8, $2::bigint) and b.xid < pg_snapshot_xmin(pg_current_snapshot())
       order by b.xid, b.id limit $3`,
      [xid, id, limit],
    );
    return rows.map((row) => ({
      xid: row.xid,
      id: row.id,
      spaceId: row.space_id,
      firstId: row.first_id === null ? null : Number(row.first_id),
      lastId: row.last_id === null ? null : Number(row.last_id),
      replaced: row.replaced.map(Number),
      topics: row.topics,
      committedAt: row.committed_at,
    }));
  }

  /**
   * Runs `work` and moves the offset from `from` to `to` in one transaction. False, and nothing done, when somebody
   * else has moved it meanwhile.
   */
  async advance(
    stage: string,
    from: StagePlace,
    to: StagePlace,
    work: (client: PoolClient) => Promise<void>,
  ): Promise<boolean> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const moved = await this.move(client, stage, from, to);
      if (moved) await work(client);
      await client.query(moved ? 'commit' : 'rollback');
      client.release();
      return moved;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Batches behind which every one of these stages has passed, and that are older than `before`, are forgotten. */
  async forgetBatches(stages: readonly string[], before: Date): Promise<void> {
    const places = await Promise.all(stages.map((stage) => this.place(stage)));
    const least = places.reduce((a, b) => (BigInt(a.xid) <= BigInt(b.xid) ? a : b));
    await this.pool.query('delete from intake_batch where xid < $1::xid8 and committed_at < $2', [
      least.xid,
      before,
    ]);
  }

  private async move(
    client: PoolClient,
    stage: string,
    from: StagePlace,
    to: StagePlace,
  ): Promise<boolean> {
    const first = from.xid === START.xid && from.id === START.id;
    const { rowCount } = await client.query(
      first
        ? `insert into stage_offset as o (stage, xid, id) values ($1, $4::xid8, $5::bigint)
           on conflict (stage) do update set xid = excluded.xid, id = excluded.id, moved_at = now()
           where (o.xid, o.id) = ($2::xid8, $3::bigint)`
        : `update stage_offset set xid = $4::xid8, id = $5::bigint, moved_at = now()
           where stage = $1 and (xid, id) = ($2::xid8, $3::bigint)`,
      [stage, from.xid, from.id, to.xid, to.id],
    );
    return rowCount === 1;
  }
}
