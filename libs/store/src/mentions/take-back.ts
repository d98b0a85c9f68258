import type { Tone } from '@sturmwarte/domain';
import type { PoolClient } from 'pg';

/** What a stored mention counted for before it was taken back. */
export interface TakenBack {
  readonly id: number;
  readonly minute: number;
  readonly backfill: boolean;
  readonly receivedAt: string;
  /** As judged last. */
  readonly negative: number;
  readonly tone: Tone;
  /** Topics it was counted for and still is stored under. */
  readonly topics: number[];
  /** Topics it is stored under and was not counted for, each with the mute that kept it quiet. */
  readonly quiet: [topicId: number, muteId: number][];
}

interface StoredRow {
  readonly id: string;
  readonly minute: number;
  readonly backfill: boolean;
  readonly received: string;
  readonly negative: number;
  readonly tone: Tone;
}

/**
 * Removes mentions with everything derived from them (hits, judgement, search) and tells what they counted for.
 * The caller holds the change lock and corrects the counters. Ids that are gone (retention) are left out.
 */
export async function takeBack(
  client: PoolClient,
  ids: readonly number[],
): Promise<Map<number, TakenBack>> {
  // Listed for the planner: with the ids as a parameter it would visit the partitions of every day.
  const { rows } = await client.query<StoredRow>(
    `select m.id, m.minute, m.backfill, m.tone,
       to_char(m.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as received,
       coalesce(j.negative, m.negative) as negative
     from mention m left join judgement j on j.mention_id = m.id where m.id in (${ids.join(',')})`,
  );
  const found = new Map(rows.map((row) => [Number(row.id), takenBackOf(row)]));
  if (found.size === 0) return found;
  const list = [...found.keys()].join(',');
  const hits = await client.query<{ topic: number; id: string; mute: number | null }>(
    `with known as (select id, unnest(topics) as topic_id from mention where id in (${list}))
     delete from hit h using known k
     where h.topic_id = k.topic_id and h.mention_id = k.id and h.mention_id in (${list})
     returning h.topic_id as topic, h.mention_id as id, h.mute_id as mute`,
  );
  for (const { topic, id, mute } of hits.rows) {
    const before = found.get(Number(id));
    if (mute === null) before?.topics.push(topic);
    else before?.quiet.push([topic, mute]);
  }
  await client.query(
    `delete from judgement where mention_id in (${list});
     delete from mention_search where mention_id in (${list});
     delete from repost where mention_id in (${list});
     delete from mention where id in (${list})`,
  );
  return found;
}

function takenBackOf(row: StoredRow): TakenBack {
  return {
    id: Number(row.id),
    minute: row.minute,
    backfill: row.backfill,
    receivedAt: row.received,
    negative: row.negative,
    tone: row.tone,
    topics: [],
    quiet: [],
  };
}
