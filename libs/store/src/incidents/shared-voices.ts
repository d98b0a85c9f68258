import type { Database } from '../database.js';
import { dayOf, firstIdOf } from '../mentions/index.js';

export interface SharedVoices {
  /** Mentions that hit both. */
  readonly mentions: number;
  /** People who speak in both, distinct. */
  readonly authors: number;
  /** Originals that are reposted in both. */
  readonly copies: number;
}

/** A busy topic is not counted out: so many of its newest mentions tell enough. */
const LOOKED_AT = 5_000;

/** What a topic has in common with others since an instant (epoch ms), among clearly negative mentions. */
export async function sharedVoices(
  db: Database,
  topicId: number,
  others: readonly number[],
  sinceMs: number,
): Promise<SharedVoices> {
  if (others.length === 0) return { mentions: 0, authors: 0, copies: 0 };
  const [row] = await db.dataSource.query<{ mentions: string; authors: string; copies: string }[]>(
    `with own as (
       select m.id, m.source_id, m.author_key, m.repost_of, m.topics from hit h join mention m on m.id = h.mention_id
       where h.topic_id = $1 and h.mention_id >= $3 and m.negative >= 500 order by h.mention_id desc limit ${LOOKED_AT}),
     theirs as (
       select m.id, m.source_id, m.author_key, m.repost_of from hit h join mention m on m.id = h.mention_id
       where h.topic_id = any($2) and h.mention_id >= $3 and m.negative >= 500 order by h.mention_id desc
       limit ${LOOKED_AT})
     select (select count(distinct id) from own where topics && $2) as mentions,
       (select count(*) from (select author_key from own where author_key is not null
         intersect select author_key from theirs) a) as authors,
       (select count(*) from (select source_id, repost_of from own where repost_of is not null
         intersect select source_id, repost_of from theirs) c) as copies`,
    [topicId, others, String(firstIdOf(dayOf(sinceMs)))],
  );
  return {
    mentions: Number(row?.mentions ?? 0),
    authors: Number(row?.authors ?? 0),
    copies: Number(row?.copies ?? 0),
  };
}
