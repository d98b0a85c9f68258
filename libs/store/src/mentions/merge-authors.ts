import type { Pool } from './pool.js';

const CHUNK = 5_000;

/**
 * Brings the table of authors up to date with what the batches noted; the last word of each counts. Those of sources
 * that are gone are dropped. Returns whether there is more to do.
 */
export async function mergeAuthors(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ taken: number }>(
    `with taken as (
       delete from author_news
       where ctid = any (array(select ctid from author_news limit $1 for update skip locked))
       returning ctid as place, key, source_id, native_id, handle, name, seen_on),
     latest as (
       select distinct on (key) key, source_id, native_id, handle, name, seen_on from taken t
       where exists (select from source s where s.id = t.source_id)
       order by key, seen_on desc, place desc),
     merged as (
       insert into author as a (key, source_id, native_id, handle, name, seen_on)
       select * from latest
       on conflict (key) do update set handle = coalesce(excluded.handle, a.handle),
         name = coalesce(excluded.name, a.name), seen_on = greatest(a.seen_on, excluded.seen_on))
     select count(*)::int as taken from taken`,
    [CHUNK],
  );
  return (rows[0]?.taken ?? 0) >= CHUNK;
}
