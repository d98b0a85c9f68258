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
  type MentionRow,
} from './copy-rows.js';
import { versionOf, type Entry } from './entry.js';
import { dayName, dayOf, firstIdOf } from './mention-id.js';
import type { PreparedMention } from './prepared-item.js';
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
    await copyIn(
      client,
      COPY_KEYS,
      sure.map((entry) => keyLine(entry.key, entry.id, versionOf(entry.item))).join(''),
    );
  }
  const claims = doubtful.length > 0 ? await claimKeys(client, doubtful) : null;
  if (claims !== null && claims.ours.length > 0) {
    await client.query('rollback');
    return recognise(client, claims.ours, batch.receivedMs);
  }
  const fresh = claims === null ? sure : [...sure, ...claims.fresh];
  const receivedAt = new Date(batch.receivedMs).toISOString();
  const effects = new BatchEffects();
  const rows = fresh.map((entry) => store(entry, receivedAt, effects));
  if (claims !== null) rows.push(...(await change(client, claims, effects)));
  return finish(client, { rows, fresh, effects, day, entries: batch.entries });
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

function store(entry: Entry, receivedAt: string, effects: BatchEffects): MentionRow {
  const item = entry.item as PreparedMention;
  const row = rowOf(entry, item, entry.id, item.minute, item.backfill, receivedAt);
  entry.outcome = 'stored';
  effects.stored(entry, row);
  return row;
}

/** Edits keep the id, the receipt and the minute they were counted in; erasures leave only the key. */
async function change(
  client: PoolClient,
  { edits, erasures }: Claims,
  effects: BatchEffects,
): Promise<MentionRow[]> {
  if (edits.length + erasures.length === 0) return [];
  await lockChanges(client, 'alone');
  const before = await takeBack(
    client,
    [...edits, ...erasures].map(({ id }) => id),
  );
  const rows: MentionRow[] = [];
  for (const { entry, id } of edits) {
    const old = before.get(id);
    // Past its retention: what has expired does not come back through an edit.
    if (old === undefined) entry.outcome = 'duplicate';
    else rows.push(replace(entry, old, effects));
  }
  for (const { entry, id } of erasures) {
    const old = before.get(id);
    entry.outcome = 'deleted';
    if (old !== undefined) effects.removed(entry.item, old);
  }
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
  return rows;
}

function replace(entry: Entry, old: TakenBack, effects: BatchEffects): MentionRow {
  const item = entry.item as PreparedMention;
  const row = rowOf(entry, item, old.id, old.minute, old.backfill, old.receivedAt);
  entry.outcome = 'replaced';
  effects.replaced(entry, row, old);
  return row;
}

function rowOf(
  entry: Entry,
  { spaceId, sourceId, mention, lang, topics, negative }: PreparedMention,
  id: number,
  minute: number,
  backfill: boolean,
  receivedAt: string,
): MentionRow {
  const authorKey = entry.author?.key ?? null;
  return {
    id,
    spaceId,
    sourceId,
    mention,
    lang,
    authorKey,
    receivedAt,
    minute,
    backfill,
    topics,
    negative,
  };
}

interface Finish {
  readonly rows: readonly MentionRow[];
  readonly fresh: readonly Entry[];
  readonly entries: readonly Entry[];
  readonly effects: BatchEffects;
  readonly day: number;
}

async function finish(client: PoolClient, work: Finish): Promise<CommittedBatch[]> {
  const { rows, effects, day } = work;
  let noteAuthors = (): void => undefined;
  if (rows.length > 0) {
    await copyIn(client, COPY_MENTIONS, rows.map(mentionLine).join(''));
    const hits = rows.map(hitLines).join('');
    if (hits !== '') await copyIn(client, COPY_HITS, hits);
    noteAuthors = await writeAuthors(client, work.entries, day);
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
  const effects = new BatchEffects();
  const receivedAt = new Date(receivedMs).toISOString();
  for (const entry of ours) store(entry, receivedAt, effects);
  const first = [...effects.spaces.values()].map((space) => space.firstId);
  const { rows } = await client.query<{ spaceId: number; xid: string; id: string }>(
    `select space_id as "spaceId", xid::text as xid, id::text as id from intake_batch
     where first_id = any($1::bigint[])`,
    [first],
  );
  return newsOf(rows, effects, dayOf(receivedMs));
}
