import type { StoredMinute, TopicSnapshot } from '@sturmwarte/detect';
import type { Topic } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import { TopicEntity } from '../topics/topic.entity.js';
import { Tx } from '../tx.js';
import { CommitHorizon } from './commit-horizon.js';
import type { StartTopic, StoredSnapshot } from './detector-rows.js';
import { readPastVoices, readVoices, type PastVoices } from './read-voices.js';

export interface StartOptions {
  readonly spaceId: number;
  /** Only these topics; left out: all active ones. */
  readonly topicIds?: readonly number[];
  /** The detector whose snapshots are understood. */
  readonly detector: string;
  /** The space's clock, minutes since the epoch. */
  readonly minute: number;
  /**
   * The minute it is now. Later ones were counted by a clock that has been put right since: they are left out (but
   * for one, clocks differ), and so is a memory for which this minute is over.
   */
  readonly present: number;
}

/** The ring of the detector: what it can still correct. */
const RING_MINUTES = 128;
const BASELINE_MINUTES = 28 * 24 * 60;
const CHUNK = 100;

/** The detector's memory and the counters it is built from. */
export class DetectorRepository {
  constructor(private readonly db: Database) {}

  /**
   * Reads everything the detector needs, topic by topic, all at one moment of the database; `visit` is waited for.
   * The answer tells which commits the reading already contains.
   */
  async readStart(
    options: StartOptions,
    visit: (topic: StartTopic) => Promise<void> | void,
  ): Promise<CommitHorizon> {
    return this.db.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const tx = new Tx(manager);
      const [now] = await tx.query<{ snapshot: string }>(
        'select pg_current_snapshot()::text as snapshot',
      );
      const { spaceId, topicIds } = options;
      const rows = await manager.getRepository(TopicEntity).find({
        where: { spaceId, active: true },
        order: { id: 1 },
      });
      const topics = rows.filter(({ id }) => topicIds === undefined || topicIds.includes(id));
      for (let from = 0; from < topics.length; from += CHUNK) {
        const chunk = topics.slice(from, from + CHUNK);
        for (const topic of await readTopics(tx, chunk, options)) await visit(topic);
      }
      return new CommitHorizon(now?.snapshot ?? '');
    });
  }

  /** The database's clock, for `saveSnapshots`. */
  async now(): Promise<Date> {
    const [row]: { now: Date }[] = await this.db.dataSource.query(
      'select clock_timestamp() as now',
    );
    if (!row) throw new Error('the database has no clock');
    return row.now;
  }

  /** Keeps the memory of topics that still exist, unless somebody kept a newer one after `takenAfter`. */
  async saveSnapshots(
    snapshots: readonly StoredSnapshot[],
    { takenAfter = null }: { takenAfter?: Date | null } = {},
  ): Promise<void> {
    if (snapshots.length === 0) return;
    await this.db.dataSource.query(
      `insert into detector_snapshot (topic_id, space_id, minute, detector, state, taken_at)
         select s.*, clock_timestamp()
         from unnest($1::int[], $2::int[], $3::int[], $4::text[], $5::jsonb[])
           as s (topic_id, space_id, minute, detector, state)
         where exists (select from topic t where t.id = s.topic_id)
         on conflict (topic_id) do update
           set minute = excluded.minute, detector = excluded.detector, state = excluded.state,
             taken_at = excluded.taken_at
           where $6::timestamptz is null or detector_snapshot.taken_at <= $6`,
      [
        snapshots.map((one) => one.topicId),
        snapshots.map((one) => one.spaceId),
        snapshots.map((one) => one.minute),
        snapshots.map((one) => one.detector),
        snapshots.map((one) => JSON.stringify(one.state)),
        takenAfter,
      ],
    );
  }

  /** The kept memory of one topic; null where there is none. */
  async snapshot(topicId: number, detector: string): Promise<StoredSnapshot | null> {
    const rows: SnapshotRow[] = await this.db.dataSource.query(
      `${SELECT_SNAPSHOT} where topic_id = $1 and detector = $2`,
      [topicId, detector],
    );
    return rows[0] ? snapshotOf(rows[0]) : null;
  }

  /** Counted minutes of a topic from `from` (inclusive) to `to` (exclusive), oldest first. */
  async minutes(topicId: number, from: number, to: number): Promise<StoredMinute[]> {
    const rows: MinuteRow[] = await this.db.dataSource.query(
      `select minute, total, negative, negative_count, listened, aggressive, calls, praise from topic_minute
       where topic_id = $1 and minute >= $2 and minute < $3 order by minute`,
      [topicId, from, to],
    );
    return rows.map(minuteOf);
  }

  /** Who was heard in these minutes of a topic, as far as its mentions are still stored. */
  voices(topicId: number, from: number, to: number): Promise<PastVoices> {
    return readPastVoices(this.db, topicId, from, to);
  }

  /** The first counted minute of a topic from `from` on; null where nothing was counted. */
  async firstMinute(topicId: number, from: number): Promise<number | null> {
    const [row]: { minute: number | null }[] = await this.db.dataSource.query(
      'select min(minute) as minute from topic_minute where topic_id = $1 and minute >= $2',
      [topicId, from],
    );
    return row?.minute ?? null;
  }

  /** The newest counted minute of a topic; null where nothing was counted. */
  async lastMinute(topicId: number): Promise<number | null> {
    const [row]: { minute: number | null }[] = await this.db.dataSource.query(
      'select max(minute) as minute from topic_minute where topic_id = $1',
      [topicId],
    );
    return row?.minute ?? null;
  }

  /** Negative volume per bucket of `bucket` minutes from `from` on, by topic; quiet buckets are zero. */
  async sparks(
    topicIds: readonly number[],
    from: number,
    bucket: number,
    buckets: number,
  ): Promise<ReadonlyMap<number, number[]>> {
    const found = new Map(topicIds.map((id) => [id, new Array<number>(buckets).fill(0)]));
    const rows: { topic_id: number; slot: number; negative: string }[] =
      await this.db.dataSource.query(
        `select topic_id, (minute - $2) / $3 as slot, sum(negative) as negative from topic_minute
         where topic_id = any($1) and minute >= $2 and minute < $2 + $3 * $4 group by 1, 2`,
        [topicIds, from, bucket, buckets],
      );
    for (const { topic_id, slot, negative } of rows) {
      const spark = found.get(topic_id);
      if (spark) spark[slot] = Math.max(0, Number(negative) / 1000);
    }
    return found;
  }
}

const SELECT_SNAPSHOT = 'select topic_id, space_id, minute, detector, state from detector_snapshot';

interface SnapshotRow {
  readonly topic_id: number;
  readonly space_id: number;
  readonly minute: number;
  readonly detector: string;
  readonly state: TopicSnapshot;
}

interface MinuteRow {
  readonly minute: number;
  readonly total: number;
  readonly negative: string;
  readonly negative_count: number;
  readonly listened: number;
  readonly aggressive: number;
  readonly calls: number;
  readonly praise: number;
}

async function readTopics(
  tx: Tx,
  topics: readonly Topic[],
  { detector, minute, present }: StartOptions,
): Promise<StartTopic[]> {
  const ids = topics.map(({ id }) => id);
  const snapshots = new Map(
    (
      await tx.query<SnapshotRow>(
        `${SELECT_SNAPSHOT} where topic_id = any($1) and detector = $2 and minute < $3`,
        [ids, detector, present],
      )
    ).map((row) => [row.topic_id, snapshotOf(row)]),
  );
  const froms = ids.map((id) => {
    const kept = snapshots.get(id);
    return kept ? kept.minute - RING_MINUTES : minute - BASELINE_MINUTES;
  });
  const rows = await tx.query<MinuteRow & { topic_id: number }>(
    `select m.topic_id, m.minute, m.total, m.negative, m.negative_count,
       m.listened, m.aggressive, m.calls, m.praise
     from unnest($1::int[], $2::int[]) w (topic_id, minute)
     join topic_minute m on m.topic_id = w.topic_id and m.minute > w.minute
     where m.minute <= $3 order by m.topic_id, m.minute`,
    [ids, froms, present + 1],
  );
  const minutes = groupBy(rows, (row) => row.topic_id);
  const wanted = ids.map((id) => ({ topicId: id, after: snapshots.get(id)?.minute ?? 0 }));
  const heard = (await readVoices(tx, wanted, minute)).filter((one) => one.minute <= present + 1);
  const voices = groupBy(heard, (delta) => delta.topicId);
  return topics.map((topic) => ({
    topic,
    snapshot: snapshots.get(topic.id) ?? null,
    minutes: (minutes.get(topic.id) ?? []).map(minuteOf),
    voices: voices.get(topic.id) ?? [],
  }));
}

function snapshotOf(row: SnapshotRow): StoredSnapshot {
  const { topic_id: topicId, space_id: spaceId, minute, detector, state } = row;
  return { topicId, spaceId, minute, detector, state };
}

function minuteOf(row: MinuteRow): StoredMinute {
  const { minute, total, listened: judged, aggressive, calls, praise } = row;
  return {
    minute,
    total,
    negPermille: Number(row.negative),
    negCount: row.negative_count,
    // Nobody listened: unknown, not zero.
    ...(judged > 0 ? { tone: { judged, aggressive, calls, praise } } : {}),
  };
}

function groupBy<T>(rows: readonly T[], key: (row: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
