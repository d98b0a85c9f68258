import { CLEARLY_NEGATIVE, type ClockMemory } from '@sturmwarte/domain';
import type { PoolClient } from 'pg';
import { lockChanges } from './change-lock.js';
import { mergeAuthors } from './merge-authors.js';
import { eraseTraces } from './erase-traces.js';
import { dayOf } from './mention-id.js';
import { PARTITIONED, partitionDays, partitionName } from './partitions.js';
import type { Pool } from './pool.js';
import { takeBack } from './take-back.js';
import { COUNT_TONES, GONE_TONES } from './tone-sql.js';

export interface RetentionReport {
  readonly partitionsDropped: number;
  readonly mentionsErased: number;
  readonly authorsErased: number;
}

const DAY_MS = 86_400_000;
const CHUNK = 2_000;
const RAN_ON = 'retention.ran-on-day';
const CLOCK = 'retention.clock';
/** Held while expired mentions are erased. Any constant will do, as long as every server takes the same. */
export const RETENTION_LOCK = 7_847_004;
/** Dropping waits for readers of the table, and everybody waits behind it: not for long. */
const DROP_LOCK_TIMEOUT_MS = 2_000;
const DROP_TRIES = 10;

/**
 * What has expired goes: whole days beyond the longest retention, and inside the others the mentions of sources with a
 * shorter one. Counters stay as they were; what they still count and is no longer stored is noted beside them. The
 * keys stay, as hashes, so that what has expired does not come back as new.
 */
export class RetentionRepository {
  constructor(private readonly pool: Pool) {}

  /** The day (since 1970) of the last complete run; null before the first. */
  async lastRun(): Promise<number | null> {
    const { rows } = await this.pool.query<{ day: number }>(
      `select (value #>> '{}')::int as day from setting where key = $1`,
      [RAN_ON],
    );
    return rows[0]?.day ?? null;
  }

  /** The database's clock, and what is remembered of the server's; without a memory: the day after the last run. */
  async clock(): Promise<{ readonly databaseMs: number; readonly memory: ClockMemory | null }> {
    const { rows } = await this.pool.query<{ ms: string; memory: ClockMemory | null }>(
      `select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as ms,
         (select value from setting where key = $1) as memory`,
      [CLOCK],
    );
    const ran = await this.lastRun();
    const since = ran === null ? null : { seenMs: (ran + 1) * DAY_MS, heldUntilMs: null };
    return { databaseMs: Number(rows[0]?.ms), memory: rows[0]?.memory ?? since };
  }

  async rememberClock(memory: ClockMemory): Promise<void> {
    await this.pool.query(
      `insert into setting (key, value) values ($1, $2::jsonb)
       on conflict (key) do update set value = excluded.value`,
      [CLOCK, JSON.stringify(memory)],
    );
  }

  /** Null when another server is at it. Safe to interrupt: the next run goes on. */
  async run(nowMs: number): Promise<RetentionReport | null> {
    const guard = await this.pool.connect();
    try {
      const { rows } = await guard.query<{ free: boolean }>(
        'select pg_try_advisory_lock($1) as free',
        [RETENTION_LOCK],
      );
      if (rows[0]?.free !== true) return null;
      return await this.expire(dayOf(nowMs));
    } finally {
      // Ending the session frees the lock, whatever happened.
      guard.release(true);
    }
  }

  private async expire(today: number): Promise<RetentionReport> {
    while (await mergeAuthors(this.pool));
    const longest = await this.longestRetention();
    const days = await partitionDays(this.pool);
    const expired = days.filter((day) => day < today - longest);
    for (const day of expired) await this.dropDay(day);
    let mentionsErased = 0;
    for (const day of days.filter((one) => one >= today - longest && one < today)) {
      mentionsErased += await this.eraseWithin(day, today);
    }
    const authorsErased = await this.eraseAuthors(today);
    await eraseTraces(this.pool, today, longest);
    await this.pool.query(
      `insert into setting (key, value) values ($1, to_jsonb($2::int))
       on conflict (key) do update set value = excluded.value`,
      [RAN_ON, today],
    );
    return { partitionsDropped: expired.length, mentionsErased, authorsErased };
  }

  private async longestRetention(): Promise<number> {
    const { rows } = await this.pool.query<{ days: number }>(
      'select coalesce(max(retention_days), 3650) as days from source',
    );
    return rows[0]?.days ?? 3_650;
  }

  private async dropDay(day: number): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await this.transaction(async (client) => {
          await client.query(`set local lock_timeout = ${DROP_LOCK_TIMEOUT_MS}`);
          const hit = partitionName('hit', day);
          await client.query(
            `update topic_minute t
             set gone_total = t.gone_total + g.total, gone_negative = t.gone_negative + g.negative,
               gone_negative_count = t.gone_negative_count + g.judged, ${GONE_TONES}
             from (select h.topic_id, h.minute, count(*) as total, sum(coalesce(j.negative, m.negative)) as negative,
                 count(*) filter (where coalesce(j.negative, m.negative) >= ${CLEARLY_NEGATIVE}) as judged,
                 ${COUNT_TONES('m.tone')}
               from ${hit} h join ${partitionName('mention', day)} m on m.id = h.mention_id
               left join ${partitionName('judgement', day)} j on j.mention_id = h.mention_id
               where h.mute_id is null group by 1, 2) g
             where t.topic_id = g.topic_id and t.minute = g.minute`,
          );
          const tables = PARTITIONED.map((table) => partitionName(table, day));
          await client.query(`drop table ${tables.join(', ')}`);
        });
        return;
      } catch (error) {
        const busy = ['55P03', '40P01'].includes((error as { code?: string }).code ?? '');
        if (!busy || tries >= DROP_TRIES) throw error;
      }
    }
  }

  /** Mentions of this day whose own source keeps them for a shorter time. */
  private async eraseWithin(day: number, today: number): Promise<number> {
    for (let erased = 0; ;) {
      const count = await this.transaction((client) => this.eraseChunk(client, day, today));
      erased += count;
      if (count < CHUNK) return erased;
    }
  }

  private async eraseChunk(client: PoolClient, day: number, today: number): Promise<number> {
    const { rows } = await client.query<{ id: string }>(
      `select m.id from ${partitionName('mention', day)} m join source s on s.id = m.source_id
       where s.retention_days < $1 limit ${CHUNK}`,
      [today - day],
    );
    if (rows.length === 0) return 0;
    const gone = await takeBack(
      client,
      rows.map(({ id }) => Number(id)),
    );
    const hits = [...gone.values()].flatMap(({ topics, minute, negative, tone }) =>
      topics.map((topicId) => ({ topicId, minute, negative, tone })),
    );
    await client.query(
      `update topic_minute t
       set gone_total = t.gone_total + g.total, gone_negative = t.gone_negative + g.negative,
         gone_negative_count = t.gone_negative_count + g.judged, ${GONE_TONES}
       from (select topic_id, minute, count(*) as total, sum(negative) as negative,
           count(*) filter (where negative >= ${CLEARLY_NEGATIVE}) as judged, ${COUNT_TONES('tone')}
         from unnest($1::int[], $2::int[], $3::int[], $4::int[]) h (topic_id, minute, negative, tone)
         group by 1, 2) g
       where t.topic_id = g.topic_id and t.minute = g.minute`,
      [
        hits.map(({ topicId }) => topicId),
        hits.map(({ minute }) => minute),
        hits.map(({ negative }) => negative),
        hits.map(({ tone }) => tone),
      ],
    );
    return rows.length;
  }

  /** Clear names of whom nothing is stored any more; those seen today may not be searchable yet. */
  private async eraseAuthors(today: number): Promise<number> {
    const { rowCount } = await this.pool.query(
      `delete from author a where a.seen_on < to_date('1970-01-01', 'YYYY-MM-DD') + $1::int
       and not exists (select from mention_search s where s.author_key = a.key)`,
      [today],
    );
    return rowCount ?? 0;
  }

  private async transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await lockChanges(client, 'alone');
      const result = await work(client);
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}
