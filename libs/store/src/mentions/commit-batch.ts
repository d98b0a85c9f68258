import type { PoolClient } from 'pg';
import { BatchEffects } from './batch-effects.js';
import { lockChanges } from './change-lock.js';
import { claimKeys, type Claims } from './claim-keys.js';
import type { CommittedBatch } from './committed-batch.js';
import { copyIn } from './copy-in.js';
import {
  COPY_HITS,
  COPY_KEYS,
  COPY_MENTIONS,
  hitLines,
  keyLine,
  mentionLine,
  type Place,
} from './copy-rows.js';
import { versionOf, type Entry } from './entry.js';
import { dayName, dayOf, firstIdOf } from './mention-id.js';
import type { PreparedMention } from './prepared-item.js';
import { RowBuffer } from './row-buffer.js';
import { eraseSalts } from './erase-salts.js';
import { takeBack, type TakenBack } from './take-back.js';
import { writeAuthors } from './write-authors.js';

export interface Batch {
  /** At most IDS_PER_BATCH; each key once. */
  readonly entries: readonly Entry[];
  readonly receivedMs: number;
  /** Ask the database about every key instead of hoping that all are new. */
  careful: boolean;
  /** Set by the first try. */
  numbered: boolean;
}

/**
 * One transaction: either all of the batch is durable when this returns, or nothing of it. Gives every entry its
 * outcome. Throws what PostgreSQL says; the transaction is then over.
 */
export async function commitBatch(client: PoolClient, batch: Batch): Promise<CommittedBatch[]> {
  const day = dayOf(batch.receivedMs);
  await begin(client, batch, day);
  const { sure, doubtful } = sorted(batch);
  if (sure.length > 0) {
    const keys = new RowBuffer();
    for (const entry of sure) keys.add(keyLine(entry.key, entry.id, versionOf(entry.item)));
    await copyIn(client, COPY_KEYS, keys);
  }
  const claims = doubtful.length > 0 ? await claimKeys(client, doubtful) : null;
  if (claims !== null && claims.ours.length > 0) {
    await client.query('rollback');
    return recognise(client, claims.ours, batch.receivedMs);
  }
  const fresh = claims === null ? sure : [...sure, ...claims.fresh];
  const rows = new Rows(new Date(batch.receivedMs).toISOString());
  for (const entry of fresh) rows.store(entry);
  if (claims !== null) await change(client, claims, rows);
  return finish(client, rows, batch.entries, day);
}

/** Lines for COPY, and what they change. */
class Rows {
  readonly effects = new BatchEffects();
  readonly mentions = new RowBuffer();
  readonly hits = new RowBuffer();

  constructor(private readonly receivedAt: string) {}

  store(entry: Entry): void {
    const item = entry.item as PreparedMention;
    const { minute, backfill } = item;
    const authorKey = entry.author?.key ?? null;
    this.add(item, { id: entry.id, authorKey, receivedAt: this.receivedAt, minute, backfill });
    entry.outcome = 'stored';
    this.effects.stored(entry, item);
  }

  /** An edit keeps the id, the receipt and the minute it was counted in. */
  replace(entry: Entry, old: TakenBack): void {
    const item = entry.item as PreparedMention;
    this.add(item, { ...old, authorKey: entry.author?.key ?? null });
    entry.outcome = 'replaced';
    this.effects.replaced(entry, item, old);
  }

  private add(item: PreparedMention, place: Place): void {
    this.mentions.add(mentionLine(item, place));
    if (item.topics.length > 0) this.hits.add(hitLines(item, place));
  }
}

async function begin(client: PoolClient, batch: Batch, day: number): Promise<void> {
  if (batch.numbered) {
    await client.query('begin');
    return;
  }
  const results = (await client.query(
    "begin; select nextval('mention_number') as number",
  )) as unknown as { rows: { number: string }[] }[];
  const first = firstIdOf(day) + Number(results[1]?.rows[0]?.number ?? Number.NaN);
  // Ids of one space lie together, so that a batch can be named by its first and last.
  const inOrder = [...batch.entries].sort((a, b) => a.item.spaceId - b.item.spaceId);
  inOrder.forEach((entry, index) => (entry.id = first + index));
  batch.numbered = true;
}

function sorted(batch: Batch): { sure: Entry[]; doubtful: Entry[] } {
  const sure: Entry[] = [];
  const doubtful: Entry[] = [];
  for (const entry of batch.entries) {
    const hopeful = !batch.careful && entry.known < 0 && entry.item.op === 'upsert';
    (hopeful ? sure : doubtful).push(entry);
  }
  return { sure, doubtful };
}

/** Edits replace what is stored; erasures leave only the key. */
async function change(client: PoolClient, { edits, erasures }: Claims, rows: Rows): Promise<void> {
  if (edits.length + erasures.length === 0) return;
  await lockChanges(client, 'alone');
  const before = await takeBack(
    client,
    [...edits, ...erasures].map(({ id }) => id),
  );
  for (const { entry, id } of edits) {
    const old = before.get(id);
    // Past its retention: what has expired does not come back through an edit.
    if (old === undefined) entry.outcome = 'duplicate';
    else rows.replace(entry, old);
  }
  for (const { entry, id } of erasures) {
    const old = before.get(id);
    entry.outcome = 'deleted';
    if (old !== undefined) rows.effects.removed(entry.item, old);
  }
  await eraseSalts(
    client,
    erasures.map(({ id }) => id),
  );
  const changed = [...edits, ...erasures].map(({ entry }) => entry);
  await client.query(
    `update mention_key k set version = greatest(k.version, c.version), deleted = c.deleted
     from unnest($1::uuid[], $2::bigint[], $3::boolean[]) c (key, version, deleted)
     where k.key = c.key`,
    [
      changed.map(({ key }) => key),
      changed.map(({ item }) => versionOf(item)),
      changed.map(({ item }) => item.op === 'delete'),
    ],
  );
}

async function finish(
  client: PoolClient,
  { mentions, hits, effects }: Rows,
  entries: readonly Entry[],
  day: number,
): Promise<CommittedBatch[]> {
  let noteAuthors = (): void => undefined;
  if (!mentions.empty) {
    await copyIn(client, COPY_MENTIONS, mentions);
    if (!hits.empty) await copyIn(client, COPY_HITS, hits);
    noteAuthors = await writeAuthors(client, entries, day);
  }
  const written = effects.spaces.size > 0 ? await effects.write(client) : [];
  await client.query('commit');
  noteAuthors();
  return newsOf(written, effects, day);
}

function newsOf(
  written: readonly { spaceId: number; xid: string; id: string }[],
  effects: BatchEffects,
  day: number,
): CommittedBatch[] {
  return written.flatMap(({ spaceId, xid, id }) => {
    const space = effects.spaces.get(spaceId);
    if (space === undefined) return [];
    return {
      spaceId,
      batch: { xid, id },
      day: dayName(day),
      firstId: space.firstId?.toString() ?? null,
      lastId: space.lastId?.toString() ?? null,
      deltas: space.deltas.list(),
      arrived: [...space.arrived].map(([topicId, count]) => ({ topicId, count })),
      nowMs: space.nowMs,
    };
  });
}

/**
 * The connection broke while a commit was under way, and the commit had succeeded: say so, and spread its news,
 * instead of calling the sender's mentions duplicates of themselves.
 */
async function recognise(
  client: PoolClient,
  ours: readonly Entry[],
  receivedMs: number,
): Promise<CommittedBatch[]> {
  const rows = new Rows(new Date(receivedMs).toISOString());
  for (const entry of ours) rows.store(entry);
  const { effects } = rows;
  const first = [...effects.spaces.values()].map((space) => space.firstId);
  const written = await client.query<{ spaceId: number; xid: string; id: string }>(
    `select space_id as "spaceId", xid::text as xid, id::text as id from intake_batch
     where first_id = any($1::bigint[])`,
    [first],
  );
  return newsOf(written.rows, effects, dayOf(receivedMs));
}
