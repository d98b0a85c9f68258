import type { PoolClient } from 'pg';
import type { AuthorEntry } from './author-keys.js';
import type { Entry } from './entry.js';
import { dayName } from './mention-id.js';

interface Seen {
  readonly author: AuthorEntry;
  readonly sourceId: number;
  readonly id: string;
  readonly handle: string | undefined;
  readonly name: string | undefined;
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
        seen.map(({ handle }) => handle ?? null),
        seen.map(({ name }) => name ?? null),
        dayName(day),
      ],
    });
  }
  return () => {
    for (const { author, handle, name } of seen) {
      author.storedDay = day;
      author.storedHandle = handle;
      author.storedName = name;
    }
  };
}

/** The last word of each, in the order in which every writer locks them. */
function unseen(entries: readonly Entry[], day: number): Seen[] {
  const found = new Map<AuthorEntry, Seen>();
  for (const { item, author } of entries) {
    if (author === null || item.op === 'delete') continue;
    const { id, handle, name } = item.mention.author;
    const known =
      author.storedDay >= day && author.storedHandle === handle && author.storedName === name;
    if (!known) found.set(author, { author, sourceId: item.sourceId, id, handle, name });
  }
  // Any order will do, as long as every writer has the same.
  return [...found.values()].sort((a, b) => (a.author.key < b.author.key ? -1 : 1));
}
