import type { CurvePoint, ToneCounts } from '@sturmwarte/domain';
import { expectationOver } from './expectation.js';
import type { HourOfWeek } from './hour-of-week.js';
import type { MinuteCounts } from './ring.js';
import type { TopicState } from './topic-state.js';

/** A minute as the record has it, for times the ring no longer holds. */
export interface StoredMinute extends MinuteCounts {
  readonly minute: number;
  /** Left out where nobody listened. */
  readonly tone?: ToneCounts;
}

/** `from` inclusive, `to` exclusive, all in minutes. */
export interface CurveSpan {
  readonly from: number;
  readonly to: number;
  readonly bucket: number;
}

/** Observed against expected, bucket by bucket. */
export function curveOf(
  topic: TopicState,
  { from, to, bucket }: CurveSpan,
  stored: Iterable<StoredMinute>,
  hourOfWeek: HourOfWeek,
): CurvePoint[] {
  if (!(bucket >= 1)) throw new RangeError(`a bucket of ${bucket} minutes`);
  const negative = new Map<number, number>();
  const total = new Map<number, number>();
  const add = (one: Omit<StoredMinute, 'negCount' | 'tone'>): void => {
    if (one.minute < from || one.minute >= to) return;
    const start = from + Math.floor((one.minute - from) / bucket) * bucket;
    negative.set(start, (negative.get(start) ?? 0) + one.negPermille);
    total.set(start, (total.get(start) ?? 0) + one.total);
  };
  const { ring } = topic;
  const open = new Set(topic.open.map((one) => one.minute));
  for (const one of stored) {
    const counted = open.has(one.minute) || (ring.last >= 0 && one.minute > ring.last);
    if (!counted && !ring.holds(one.minute)) add(one);
  }
  for (let minute = from; minute < to; minute++) {
    if (!topic.ring.holds(minute)) continue;
    add({ minute, total: topic.ring.totalAt(minute), negPermille: topic.ring.negativeAt(minute) });
  }
  for (const one of topic.open) add(one);
  const points: CurvePoint[] = [];
  for (let start = from; start < to; start += bucket) {
    const minutes = Math.min(bucket, to - start);
    const usual = expectationOver(topic, start, minutes, hourOfWeek);
    points.push({
      minute: start,
      negative: Math.max(0, negative.get(start) ?? 0) / 1000,
      total: Math.max(0, total.get(start) ?? 0),
      expected: usual?.expected ?? null,
      upper: usual?.upper ?? null,
    });
  }
  return points;
}
