import { AuthorKeys } from './author-keys.js';
import { copyIn } from './copy-in.js';
import { COPY_MENTIONS, mentionLine } from './copy-rows.js';
import { dayOf, firstIdOf } from './mention-id.js';
import { ensurePartitions } from './partitions.js';
import type { Pool } from './pool.js';
import type { PreparedMention } from './prepared-item.js';
import { RowBuffer } from './row-buffer.js';

/**
 * The yardstick of acknowledgement times: the rows by plain COPY into the mention table, so many to a transaction, one
 * transaction after the other on one connection. Milliseconds from each `begin` to the end of its `commit`.
 */
export async function timedCopies(
  pool: Pool,
  mentions: readonly PreparedMention[],
  rowsEach: number,
): Promise<number[]> {
  const day = dayOf(Date.now());
  await ensurePartitions(pool, [day]);
  const receivedAt = new Date().toISOString();
  const authors = new AuthorKeys('of measurements');
  const client = await pool.connect();
  const times: number[] = [];
  for (let from = 0; from + rowsEach <= mentions.length; from += rowsEach) {
    const rows = new RowBuffer();
    for (let at = from; at < from + rowsEach; at++) {
      const item = mentions[at] as PreparedMention;
      const authorKey = authors.of(item.sourceId, item.mention.author.id)?.key ?? null;
      const { minute, backfill } = item;
      const id = firstIdOf(day) + at;
      rows.add(mentionLine(item, { id, authorKey, receivedAt, minute, backfill }));
    }
    const started = performance.now();
    await client.query('begin');
    await copyIn(client, COPY_MENTIONS, rows);
    await client.query('commit');
    times.push(performance.now() - started);
  }
  client.release();
  return times;
}
