import { CLEARLY_NEGATIVE, type ToneCounts } from '@sturmwarte/domain';
import type { Pool } from './pool.js';
import { COUNT_TONES } from './tone-sql.js';

export interface CounterFault {
  readonly topicId: number;
  readonly minute: number;
  readonly counted: Counts;
  readonly stored: Counts;
}

interface Counts {
  readonly total: number;
  /** Sum of P(negative) in thousandths. */
  readonly negative: number;
  /** Mentions judged negative. */
  readonly negCount: number;
  readonly tone: ToneCounts;
}

const KINDS = ['listened', 'aggressive', 'calls', 'praise'] as const;
const COUNTED = `array[${KINDS.map((kind) => `coalesce(t.${kind} - t.gone_${kind}, 0)`).join(', ')}]::int[]`;
const STORED = `array[${KINDS.map((kind) => `coalesce(s.${kind}, 0)`).join(', ')}]::int[]`;

/**
 * Where a counter differs from the sum over the stored hits that count, as judged at present (what retention took away
 * excepted): empty when all is well. Reads one moment of the database; at most `limit` faults.
 */
export async function verifyCounters(pool: Pool, limit = 100): Promise<CounterFault[]> {
  const { rows } = await pool.query<{
    topic_id: number;
    minute: number;
    total: number;
    negative: string;
    neg_count: number;
    hits: string;
    sum: string;
    judged: string;
    counted_tone: number[];
    stored_tone: number[];
  }>(
    `with stored as (
       select h.topic_id, h.minute, count(*) as hits, sum(coalesce(j.negative, m.negative)) as sum,
         count(*) filter (where coalesce(j.negative, m.negative) >= ${CLEARLY_NEGATIVE}) as judged,
         ${COUNT_TONES('m.tone')}
       from hit h join mention m on m.id = h.mention_id
       left join judgement j on j.mention_id = h.mention_id
       where h.mute_id is null group by 1, 2)
     select topic_id, minute, coalesce(t.total - t.gone_total, 0) as total,
       coalesce(t.negative - t.gone_negative, 0) as negative,
       coalesce(t.negative_count - t.gone_negative_count, 0) as neg_count,
       coalesce(s.hits, 0) as hits, coalesce(s.sum, 0) as sum, coalesce(s.judged, 0) as judged,
       ${COUNTED} as counted_tone, ${STORED} as stored_tone
     from topic_minute t full join stored s using (topic_id, minute)
     where coalesce(t.total - t.gone_total, 0) <> coalesce(s.hits, 0)
       or coalesce(t.negative - t.gone_negative, 0) <> coalesce(s.sum, 0)
       or coalesce(t.negative_count - t.gone_negative_count, 0) <> coalesce(s.judged, 0)
       or ${COUNTED} <> ${STORED}
     order by 1, 2 limit $1`,
    [limit],
  );
  return rows.map((row) => ({
    topicId: row.topic_id,
    minute: row.minute,
    counted: {
      ...{ total: row.total, negative: Number(row.negative), negCount: row.neg_count },
      tone: toneOf(row.counted_tone),
    },
    stored: {
      ...{ total: Number(row.hits), negative: Number(row.sum), negCount: Number(row.judged) },
      tone: toneOf(row.stored_tone),
    },
  }));
}

function toneOf([
  judged = 0,
  aggressive = 0,
  calls = 0,
  praise = 0,
]: readonly number[]): ToneCounts {
  return { judged, aggressive, calls, praise };
}
