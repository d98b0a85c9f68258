import { once } from 'node:events';
import { from } from 'pg-copy-streams';
import { AuthorKeys } from './author-keys.js';
import { COPY_KEYS, COPY_MENTIONS, keyLine, mentionLine } from './copy-rows.js';
import { dayOf, firstIdOf } from './mention-id.js';
import { mentionKey } from './mention-key.js';
import { ensurePartitions } from './partitions.js';
import type { Pool } from './pool.js';
import type { PreparedMention } from './prepared-item.js';
import { RowBuffer } from './row-buffer.js';

const LINES_AT_ONCE = 1_000;

/**
 * The yardstick of measurements: the same rows into the same tables by one plain COPY stream each, without a server,
 * without looking at them, in one transaction. With `keys` also the table that makes a mention one mention.
 */
export async function bareCopy(
  pool: Pool,
  mentions: readonly PreparedMention[],
  { keys }: { readonly keys: boolean },
): Promise<void> {
  const day = dayOf(Date.now());
  await ensurePartitions(pool, [day]);
  const receivedAt = new Date().toISOString();
  const authors = new AuthorKeys('of measurements');
  const first = firstIdOf(day);
  const client = await pool.connect();
  const copy = async (statement: string, line: (index: number) => string): Promise<void> => {
    const stream = client.query(from(statement));
    for (let at = 0; at < mentions.length; at += LINES_AT_ONCE) {
      const lines = new RowBuffer();
      const end = Math.min(at + LINES_AT_ONCE, mentions.length);
      for (let index = at; index < end; index++) lines.add(line(index));
      if (!stream.write(lines.take())) await once(stream, 'drain');
    }
    stream.end();
    await once(stream, 'finish');
  };
  await client.query('begin');
  if (keys) {
    await copy(COPY_KEYS, (index) => {
      const { sourceId, mention } = mentions[index] as PreparedMention;
      return keyLine(mentionKey(sourceId, mention.externalId), first + index, mention.version);
    });
  }
  await copy(COPY_MENTIONS, (index) => {
    const item = mentions[index] as PreparedMention;
    const authorKey = authors.of(item.sourceId, item.mention.author.id)?.key ?? null;
    const { minute, backfill } = item;
    return mentionLine(item, { id: first + index, authorKey, receivedAt, minute, backfill });
  });
  await client.query('commit');
  client.release();
}

/** Empties the mention path between two rounds of a measurement. Never call it on data that matters. */
export async function emptyMentions(pool: Pool): Promise<void> {
  await pool.query(
    `truncate mention, mention_key, hit, judgement, mention_search, repost, author, author_news, topic_minute, quiet_minute, intake_batch,
       source_hour`,
  );
  await pool.query('checkpoint');
}

export async function countMentions(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ n: string }>('select count(*) as n from mention');
  return Number(rows[0]?.n);
}

/** What a measurement must say about its database. */
export async function describeServer(
  pool: Pool,
): Promise<{ version: string; fsync: string; synchronousCommit: string; backend: number }> {
  const { rows } = await pool.query<{
    version: string;
    fsync: string;
    commit: string;
    backend: number;
  }>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
       current_setting('synchronous_commit') as commit, pg_backend_pid() as backend`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the server does not describe itself');
  const { version, fsync, commit, backend } = row;
  return { version, fsync, synchronousCommit: commit, backend };
}
