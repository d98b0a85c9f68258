import type { PoolClient } from 'pg';
import { ADD_COUNTERS, CounterSum } from './counter-sum.js';
import { DeltaSum } from './delta-sum.js';
import type { Entry } from './entry.js';
import type { MentionRow } from './copy-rows.js';
import type { PreparedItem, PreparedMention } from './prepared-item.js';
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
  readonly spaces = new Map<number, SpaceEffects>();
  private readonly heard = new Map<string, Heard>();

  stored(entry: Entry, row: MentionRow): void {
    const item = entry.item as PreparedMention;
    const space = this.spaceOf(item);
    space.firstId = Math.min(space.firstId ?? row.id, row.id);
    space.lastId = Math.max(space.lastId ?? row.id, row.id);
    this.hear(item);
    for (const topic of row.topics) {
      space.arrived.set(topic, (space.arrived.get(topic) ?? 0) + 1);
      space.touched.add(topic);
    }
    this.count(space, entry, row, item.late, false);
  }

  replaced(entry: Entry, row: MentionRow, before: TakenBack): void {
    const space = this.spaceOf(entry.item);
    space.replaced.push(row.id);
    this.hear(entry.item as PreparedMention);
    this.uncount(space, before);
    for (const topic of row.topics) space.touched.add(topic);
    this.count(space, entry, row, false, true);
  }

  removed(item: PreparedItem, before: TakenBack): void {
    this.uncount(this.spaceOf(item), before);
  }

  /** Writes everything in one statement, last in the transaction: its rows are the contested ones. */
  async write(client: PoolClient): Promise<{ spaceId: number; xid: string; id: string }[]> {
    const spaces = [...this.spaces].sort(([a], [b]) => a - b);
    const heard = [...this.heard.values()].sort(
      (a, b) => a.sourceId - b.sourceId || a.hourMs - b.hourMs,
    );
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
    row: MentionRow,
    late: boolean,
    correction: boolean,
  ): void {
    const { mention } = row;
    for (const topicId of row.topics) {
      this.counters.add(topicId, row.minute, 1, row.negative);
      if (row.backfill) continue;
      space.deltas.add(
        { topicId, minute: row.minute, late, correction, total: 1, negative: row.negative },
        {
          author: entry.author?.hash ?? null,
          channel: mention.channel,
          tier: mention.outletTier,
          outlet: mention.outlet,
        },
      );
    }
  }

  private uncount(space: SpaceEffects, before: TakenBack): void {
    for (const topicId of before.topics) {
      const { minute } = before;
      this.counters.add(topicId, minute, -1, -before.negative);
      space.touched.add(topicId);
      if (before.backfill) continue;
      const change = { topicId, minute, correction: true, total: -1, negative: -before.negative };
      space.deltas.add(change);
    }
  }

  private hear(item: PreparedMention): void {
    const ms = item.spaceNowMs;
    const space = this.spaceOf(item);
    if (item.ownClock) space.nowMs = Math.max(space.nowMs ?? ms, ms);
    const hourMs = Math.floor(ms / HOUR_MS) * HOUR_MS;
    const key = `${item.sourceId}:${hourMs}`;
    const heard = this.heard.get(key);
    if (heard === undefined) {
      const { sourceId } = item;
      this.heard.set(key, { sourceId, hourMs, accepted: 1, firstMs: ms, lastMs: ms });
    } else {
      heard.accepted++;
      if (ms < heard.firstMs) heard.firstMs = ms;
      if (ms > heard.lastMs) heard.lastMs = ms;
    }
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
  select * from unnest($5::int[], $6::timestamptz[], $7::int[], $8::timestamptz[], $9::timestamptz[])
  on conflict (source_id, hour) do update set
    accepted = h.accepted + excluded.accepted,
    longest_gap = greatest(h.longest_gap, extract(epoch from excluded.first_at - h.last_at)::int),
    first_at = least(h.first_at, excluded.first_at),
    last_at = greatest(h.last_at, excluded.last_at)),
moved as (
  update space s set now_at = greatest(s.now_at, n.now_at)
  from unnest($10::int[], $11::timestamptz[]) n (id, now_at)
  where s.id = n.id and s.now_at < n.now_at)
insert into intake_batch (space_id, first_id, last_id, replaced, topics)
select space_id, first_id, last_id, replaced::bigint[], topics::int[]
from unnest($10::int[], $12::bigint[], $13::bigint[], $14::text[], $15::text[])
  b (space_id, first_id, last_id, replaced, topics)
returning space_id as "spaceId", xid::text as xid, id::text as id`;
