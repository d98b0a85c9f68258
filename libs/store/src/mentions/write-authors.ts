import type { PoolClient } from 'pg';
import { authorState, type AuthorEntry } from './author-keys.js';
import type { Entry } from './entry.js';
import { dayName } from './mention-id.js';

interface Seen {
  readonly author: AuthorEntry;
  readonly state: string;
  readonly sourceId: number;
  readonly id: string;
  readonly handle: string | null;
  readonly name: string | null;
}

/**
 * Stores the clear names of authors who are new or changed. Returns what to call once the transaction is durable:
 * only then may they be taken for stored.
 */
export async function writeAuthors(
  client: PoolClient,
  entries: readonly Entry[],
  day: number,
): Promise<() => void> {
  const seen = unseen(entries, day);
  if (seen.length > 0) {
    await client.query({
      name: 'write-authors',
      text: `insert into author as a (key, source_id, native_id, handle, name, seen_on)
        select *, $6::date from unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::text[])
        on conflict (key) do update set handle = coalesce(excluded.handle, a.handle),
          name = coalesce(excluded.name, a.name), seen_on = greatest(a.seen_on, excluded.seen_on)`,
      values: [
        seen.map(({ author }) => author.key),
        seen.map(({ sourceId }) => sourceId),
        seen.map(({ id }) => id),
        seen.map(({ handle }) => handle),
        seen.map(({ name }) => name),
        dayName(day),
      ],
    });
  }
  return () => {
    for (const { author, state } of seen) author.stored = state;
  };
}

/** The last word of each, in the order in which every writer locks them. */
function unseen(entries: readonly Entry[], day: number): Seen[] {
  const found = new Map<string, Seen>();
  for (const { item, author } of entries) {
    if (author === null || item.op === 'delete') continue;
    const { id, handle, name } = item.mention.author;
    const state = authorState(item.mention.author, day);
    if (author.stored === state) continue;
    const { sourceId } = item;
    const seen = { author, state, sourceId, id, handle: handle ?? null, name: name ?? null };
    found.set(author.key, seen);
  }
  return [...found.values()].sort((a, b) => (BigInt(a.author.key) < BigInt(b.author.key) ? -1 : 1));
}
