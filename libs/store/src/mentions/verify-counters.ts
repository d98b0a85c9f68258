import type { Pool } from './pool.js';

export interface CounterFault {
  readonly topicId: number;
  readonly minute: number;
  readonly counted: { readonly total: number; readonly negative: number };
  readonly stored: { readonly total: number; readonly negative: number };
}

/**
 * Where a counter differs from the sum over the stored hits, as judged at present (what retention took away
 * excepted): empty when all is well. Reads one moment of the database; at most `limit` faults.
 */
export async function verifyCounters(pool: Pool, limit = 100): Promise<CounterFault[]> {
  const { rows } = await pool.query<{
    topic_id: number;
    minute: number;
    total: number;
    negative: string;
    hits: string;
    sum: string;
  }>(
    `with stored as (
       select h.topic_id, h.minute, count(*) as hits, sum(coalesce(j.negative, m.negative)) as sum
       from hit h join mention m on m.id = h.mention_id
       left join judgement j on j.mention_id = h.mention_id group by 1, 2)
     select topic_id, minute, coalesce(t.total - t.gone_total, 0) as total,
       coalesce(t.negative - t.gone_negative, 0) as negative,
       coalesce(s.hits, 0) as hits, coalesce(s.sum, 0) as sum
     from topic_minute t full join stored s using (topic_id, minute)
     where coalesce(t.total - t.gone_total, 0) <> coalesce(s.hits, 0)
       or coalesce(t.negative - t.gone_negative, 0) <> coalesce(s.sum, 0)
     order by 1, 2 limit $1`,
    [limit],
  );
  return rows.map((row) => ({
    topicId: row.topic_id,
    minute: row.minute,
    counted: { total: row.total, negative: Number(row.negative) },
    stored: { total: Number(row.hits), negative: Number(row.sum) },
  }));
}
