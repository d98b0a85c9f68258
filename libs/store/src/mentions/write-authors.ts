import type { PoolClient } from 'pg';
import type { AuthorEntry } from './author-keys.js';
import { copyIn } from './copy-in.js';
import { authorLine, COPY_AUTHORS } from './copy-rows.js';
import type { Entry } from './entry.js';
import { dayName } from './mention-id.js';
import { RowBuffer } from './row-buffer.js';

interface Seen {
  readonly author: AuthorEntry;
  readonly handle: string | undefined;
  readonly name: string | undefined;
}

/**
 * Notes the clear names of authors who are new or changed, to be merged later (`mergeAuthors`). Returns what to call
 * once the transaction is durable: only then may they be taken for stored.
 */
export async function writeAuthors(
  client: PoolClient,
  entries: readonly Entry[],
  day: number,
): Promise<() => void> {
  const lines = new RowBuffer();
  const seen = new Map<AuthorEntry, Seen>();
  const seenOn = dayName(day);
  for (const { item, author } of entries) {
    if (author === null || item.op === 'delete') continue;
    const { id, handle, name } = item.mention.author;
    const known = seen.get(author);
    const same =
      known === undefined
        ? author.storedDay >= day && author.storedHandle === handle && author.storedName === name
        : known.handle === handle && known.name === name;
    if (same) continue;
    seen.set(author, { author, handle, name });
    lines.add(authorLine(author.key, item.sourceId, id, handle, name, seenOn));
  }
  if (!lines.empty) await copyIn(client, COPY_AUTHORS, lines);
  return () => {
    for (const { author, handle, name } of seen.values()) {
      author.storedDay = day;
      author.storedHandle = handle;
      author.storedName = name;
    }
  };
}
