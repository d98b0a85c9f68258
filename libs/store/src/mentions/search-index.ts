import type { PoolClient } from 'pg';
import { lockChanges } from './change-lock.js';
import { mentionsOf } from './second-look.repository.js';
import type { IntakeBatchRow } from './stage.repository.js';

/** Makes the mentions of some batches searchable; those already indexed are indexed anew. */
export async function indexForSearch(
  client: PoolClient,
  batches: readonly IntakeBatchRow[],
): Promise<void> {
  const { where } = mentionsOf(batches);
  if (where === 'false') return;
  // What is erased meanwhile must not come back as words.
  await lockChanges(client, 'shared');
  await client.query(
    `insert into mention_search (mention_id, space_id, author_key, words)
     select m.id, m.space_id, m.author_key,
       to_tsvector('german', w.words) || to_tsvector('simple', w.words)
     from mention m, lateral (select concat_ws(' ', m.title, m.text, m.outlet) as words) w
     where ${where}
     on conflict (mention_id) do update set author_key = excluded.author_key, words = excluded.words`,
  );
  await client.query(
    `with named as (select m.id, m.source_id, m.repost_of from mention m where (${where})),
       old as (delete from repost r using named n where r.mention_id = n.id)
     insert into repost (source_id, original, mention_id)
     select source_id, repost_of, id from named where repost_of is not null`,
  );
}
