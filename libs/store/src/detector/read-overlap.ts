import type { Database } from '../database.js';
import { dayOf, firstIdOf } from '../mentions/mention-id.js';

export interface OverlapSpan {
  readonly topicId: number;
  /** The topic that may say the same. */
  readonly otherId: number;
  /** Mentions counted after this minute. */
  readonly minute: number;
  /** Mentions received on earlier days are not looked for; null: all of them. */
  readonly receivedSinceMs: number | null;
}

/** Enough to tell most from some. */
const MOST_READ = 500;

/** Of the newest mentions of a topic: how many there are, and how many of them belong to another topic too. */
export async function readOverlap(
  { pool }: Pick<Database, 'pool'>,
  { topicId, otherId, minute, receivedSinceMs }: OverlapSpan,
): Promise<{ total: number; shared: number }> {
  const firstId = receivedSinceMs === null ? 0 : firstIdOf(dayOf(receivedSinceMs));
  const { rows } = await pool.query<{ total: number; shared: number }>(
    `select count(*)::int as total, count(o.mention_id)::int as shared
     from (select mention_id from hit where topic_id = $1 and minute > $3 and mention_id >= $4
           and mute_id is null
           order by mention_id desc limit ${MOST_READ}) l
     left join hit o on o.mention_id = l.mention_id and o.topic_id = $2`,
    [topicId, otherId, minute, firstId],
  );
  return rows[0] ?? { total: 0, shared: 0 };
}
