import type { ErrorCode, ErrorParams } from '@sturmwarte/domain';
import type { Pool } from './pool.js';

export interface Reject {
  readonly line: number;
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** Redacted by the caller. */
  readonly sample: string;
}

export interface SourceRejects {
  readonly sourceId: number;
  /** All of them, listed or not. */
  readonly count: number;
  /** Time by the clock of the source's space. */
  readonly atMs: number;
  readonly listed: readonly Reject[];
}

const KEPT_PER_SOURCE = 500;

/** Refused lines: counted per hour, the newest kept per source for its people to look at. */
export class RejectRepository {
  constructor(private readonly pool: Pool) {}

  async add(rejects: readonly SourceRejects[]): Promise<void> {
    for (const { sourceId, count, atMs, listed } of rejects) {
      await this.pool.query(
        `with counted as (
           insert into source_hour as h (source_id, hour, rejected)
           select s.id, date_trunc('hour', $2::timestamptz, 'UTC'), $3::int from source s where s.id = $1
           on conflict (source_id, hour) do update set rejected = h.rejected + excluded.rejected)
         insert into intake_reject (source_id, line, code, params, sample)
         select s.id, r.line, r.code, r.params, r.sample
         from source s, unnest($4::int[], $5::text[], $6::jsonb[], $7::text[]) r (line, code, params, sample)
         where s.id = $1`,
        [
          sourceId,
          new Date(atMs).toISOString(),
          count,
          listed.map(({ line }) => line),
          listed.map(({ code }) => code),
          listed.map(({ params }) => JSON.stringify(params)),
          listed.map(({ sample }) => sample),
        ],
      );
      await this.pool.query(
        `delete from intake_reject where source_id = $1 and id <= (
           select id from intake_reject where source_id = $1 order by id desc offset $2 limit 1)`,
        [sourceId, KEPT_PER_SOURCE],
      );
    }
  }
}
