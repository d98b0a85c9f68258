import type { PoolClient } from 'pg';
import { countOf } from './count-of.js';
import { ADD_COUNTERS, CounterSum } from './counter-sum.js';
import { DeltaSum } from './delta-sum.js';
import type { Entry } from './entry.js';
import type { PreparedItem, PreparedMention } from './prepared-item.js';
import { QuietSum } from './quiet-sum.js';
import type { TakenBack } from './take-back.js';

const HOUR_MS = 3_600_000;

/** What one batch changes in one space. */
class SpaceEffects {
  readonly deltas = new DeltaSum();
  readonly arrived = new Map<number, number>();
  readonly touched = new Set<number>();
  readonly replaced: number[] = [];
  firstId: number | null = null;
  lastId: number | null = null;
  nowMs: number | null = null;
}

interface Heard {
  readonly sourceId: number;
  readonly hourMs: number;
  accepted: number;
  firstMs: number;
  lastMs: number;
}

/** Adds up what a batch changes beside its rows: counters, rhythm of its sources, clocks, and the news of it. */
export class BatchEffects {
  readonly counters = new CounterSum();
  readonly quiet = new QuietSum();
  readonly spaces = new Map<number, SpaceEffects>();
  private readonly heard = new Map<string, Heard>();
  private last: Heard | undefined;

  stored(entry: Entry, item: PreparedMention): void {
    const space = this.spaceOf(item);
    const { id } = entry;
    if (space.firstId === null || id < space.firstId) space.firstId = id;
    if (space.lastId === null || id > space.lastId) space.lastId = id;
    this.hear(space, item);
    for (const topic of item.topics) {
      space.arrived.set(topic, (space.arrived.get(topic) ?? 0) + 1);
      space.touched.add(topic);
    }
    this.count(space, entry, item, item, false);
  }

  replaced(entry: Entry, item: PreparedMention, before: TakenBack): void {
    const space = this.spaceOf(item);
    space.replaced.push(before.id);
    this.hear(space, item);
    this.uncount(space, before);
    for (const topic of item.topics) space.touched.add(topic);
    this.count(space, entry, item, before, true);
  }

  removed(item: PreparedItem, before: TakenBack): void {
    this.uncount(this.spaceOf(item), before);
  }

  /** Writes everything, nearly always in one statement, last in the transaction: its rows are the contested ones. */
  async write(client: PoolClient): Promise<{ spaceId: number; xid: string; id: string }[]> {
    const spaces = [...this.spaces].sort(([a], [b]) => a - b);
    const heard = [...this.heard.values()].sort(
      (a, b) => a.sourceId - b.sourceId || a.hourMs - b.hourMs,
    );
    await this.quiet.write(client);
    const { rows } = await client.query<{ spaceId: number; xid: string; id: string }>({
      name: 'batch-effects',
      text: WRITE,
      values: [
        ...this.counters.columns(),
        heard.map((one) => one.sourceId),
        heard.map((one) => new Date(one.hourMs).toISOString()),
        heard.map((one) => one.accepted),
        heard.map((one) => new Date(one.firstMs).toISOString()),
        heard.map((one) => new Date(one.lastMs).toISOString()),
        spaces.map(([spaceId]) => spaceId),
        spaces.map(([, space]) =>
          space.nowMs === null ? null : new Date(space.nowMs).toISOString(),
        ),
        spaces.map(([, space]) => space.firstId),
        spaces.map(([, space]) => space.lastId),
        spaces.map(([, space]) => `{${space.replaced.join(',')}}`),
        spaces.map(([, space]) => `{${[...space.touched].join(',')}}`),
      ],
    });
    return rows;
  }

  private count(
    space: SpaceEffects,
    entry: Entry,
    { mention, topics, negative, late, tone, quiet }: PreparedMention,
    { minute, backfill }: { readonly minute: number; readonly backfill: boolean },
    correction: boolean,
  ): void {
    if (topics.length === 0) return;
    if (quiet) this.quiet.add(quiet, minute, 1);
    const voice = {
      author: entry.author?.hash ?? null,
      channel: mention.channel,
      tier: mention.outletTier,
      outlet: mention.outlet,
    };
    const negCount = countOf(negative);
    for (const topicId of topics) {
      if (quiet?.has(topicId) === true) continue;
      this.counters.add(topicId, minute, 1, negative, negCount, tone);
      if (backfill) continue;
      const kind = correction ? { correction } : { late };
      space.deltas.add({ topicId, minute, ...kind, total: 1, negative, negCount, tone }, voice);
    }
  }

  private uncount(space: SpaceEffects, before: TakenBack): void {
    const { minute, tone, quiet } = before;
    if (quiet.length > 0) this.quiet.add(quiet, minute, -1);
    for (const [topicId] of quiet) space.touched.add(topicId);
    const less = { total: -1, negative: -before.negative, negCount: -countOf(before.negative) };
    for (const topicId of before.topics) {
      this.counters.add(topicId, minute, less.total, less.negative, less.negCount, tone);
      space.touched.add(topicId);
      if (before.backfill) continue;
      space.deltas.add({ topicId, minute, correction: true, ...less, tone });
    }
  }

  private hear(space: SpaceEffects, { sourceId, spaceNowMs: ms, ownClock }: PreparedMention): void {
    if (ownClock) space.nowMs = Math.max(space.nowMs ?? ms, ms);
    const hourMs = ms - (ms % HOUR_MS);
    const heard = this.heardOf(sourceId, hourMs, ms);
    heard.accepted++;
    if (ms < heard.firstMs) heard.firstMs = ms;
    if (ms > heard.lastMs) heard.lastMs = ms;
  }

  /** Nearly always the same as of the mention before. */
  private heardOf(sourceId: number, hourMs: number, ms: number): Heard {
    const { last } = this;
    if (last !== undefined && last.sourceId === sourceId && last.hourMs === hourMs) return last;
    const key = `${sourceId}:${hourMs}`;
    let heard = this.heard.get(key);
    if (heard === undefined) {
      heard = { sourceId, hourMs, accepted: 0, firstMs: ms, lastMs: ms };
      this.heard.set(key, heard);
    }
    return (this.last = heard);
  }

  private spaceOf({ spaceId }: PreparedItem): SpaceEffects {
    let space = this.spaces.get(spaceId);
    if (space === undefined) this.spaces.set(spaceId, (space = new SpaceEffects()));
    return space;
  }
}

const WRITE = `with counted as (${ADD_COUNTERS}),
heard as (
  insert into source_hour as h (source_id, hour, accepted, first_at, last_at)
  select * from unnest($10::int[], $11::timestamptz[], $12::int[], $13::timestamptz[], $14::timestamptz[])
  on conflict (source_id, hour) do update set
    accepted = h.accepted + excluded.accepted,
    longest_gap = greatest(h.longest_gap, extract(epoch from excluded.first_at - h.last_at)::int),
    first_at = least(h.first_at, excluded.first_at),
    last_at = greatest(h.last_at, excluded.last_at)),
moved as (
  update space s set now_at = greatest(s.now_at, n.now_at)
  from unnest($15::int[], $16::timestamptz[]) n (id, now_at)
  where s.id = n.id and s.now_at < n.now_at)
insert into intake_batch (space_id, first_id, last_id, replaced, topics)
select space_id, first_id, last_id, replaced::bigint[], topics::int[]
from unnest($15::int[], $17::bigint[], $18::bigint[], $19::text[], $20::text[])
  b (space_id, first_id, last_id, replaced, topics)
returning space_id as "spaceId", xid::text as xid, id::text as id`;
