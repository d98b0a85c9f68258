import { channelBit, type CountDelta, type MediaEcho } from '@sturmwarte/detect';
import {
  CLEARLY_NEGATIVE,
  TONE,
  type Channel,
  type OutletTier,
  type Tone,
} from '@sturmwarte/domain';
import { outletHash } from './outlet-hash.js';

/** What the detector may know about a mention beside its counts. */
export interface Voice {
  /** 32-bit hash of its author; null when anonymous. */
  readonly author: number | null;
  readonly channel: Channel;
  readonly tier: OutletTier;
  readonly outlet: string | undefined;
}

export interface Count {
  readonly topicId: number;
  readonly minute: number;
  readonly late?: boolean;
  readonly correction?: boolean;
  readonly total: number;
  /** Thousandths; a difference in corrections. */
  readonly negative: number;
  /** Mentions judged negative; a difference in corrections. */
  readonly negCount: number;
  /** Of the mention which comes (`total` 1) or goes (-1). */
  readonly tone?: Tone;
}

interface Sum {
  total: number;
  negative: number;
  negCount: number;
  authors: number[];
  channels: number;
  media: Map<number, OutletTier> | null;
  judged: number;
  aggressive: number;
  calls: number;
  praise: number;
}
interface KeyedSum extends Sum {
  readonly topicId: number;
  readonly minute: number;
  readonly late: boolean;
  readonly correction: boolean;
}

/** Adds mentions up to the deltas the detector takes: one per topic, minute and kind of delta. */
export class DeltaSum {
  /** By minute, then by topic and kind of delta: numbers, because this is the hot path. */
  private readonly minutes = new Map<number, Map<number, KeyedSum>>();

  /** `voice` is heard by the sketches when `judged`, its P(negative) at present, is clearly negative. */
  add(count: Count, voice?: Voice, judged: number = count.negative): void {
    const sum = this.sumOf(count);
    sum.total += count.total;
    sum.negative += count.negative;
    sum.negCount += count.negCount;
    if (count.tone !== undefined && count.tone !== 0) hear(sum, count.tone, count.total);
    if (voice === undefined || judged < CLEARLY_NEGATIVE) return;
    if (voice.author !== null) sum.authors.push(voice.author);
    sum.channels |= channelBit(voice.channel);
    if (voice.tier !== 'none' && voice.outlet !== undefined) {
      (sum.media ??= new Map()).set(outletHash(voice.outlet), voice.tier);
    }
  }

  list(): CountDelta[] {
    return [...this.minutes.values()].flatMap((sums) => [...sums.values()].map(toDelta));
  }

  /** Those of one minute, so that a long past is not written out in one go. */
  of(minute: number): CountDelta[] {
    return [...(this.minutes.get(minute)?.values() ?? [])].map(toDelta);
  }

  private sumOf(count: Count): KeyedSum {
    let sums = this.minutes.get(count.minute);
    if (sums === undefined) this.minutes.set(count.minute, (sums = new Map<number, KeyedSum>()));
    const key =
      count.topicId * 4 + (count.late === true ? 2 : 0) + (count.correction === true ? 1 : 0);
    let sum = sums.get(key);
    if (sum === undefined) {
      const { topicId, minute, late = false, correction = false } = count;
      const empty = { total: 0, negative: 0, negCount: 0, authors: [], channels: 0, media: null };
      const silent = { judged: 0, aggressive: 0, calls: 0, praise: 0 };
      sums.set(key, (sum = { topicId, minute, late, correction, ...empty, ...silent }));
    }
    return sum;
  }
}

function hear(sum: Sum, tone: Tone, total: number): void {
  sum.judged += total;
  if (tone & TONE.aggressive) sum.aggressive += total;
  if (tone & TONE.call) sum.calls += total;
  if (tone & TONE.praise) sum.praise += total;
}

function toDelta(sum: KeyedSum): CountDelta {
  const { judged, aggressive, calls, praise } = sum;
  const media: MediaEcho[] = [...(sum.media ?? [])].map(([outlet, tier]) => ({ outlet, tier }));
  return {
    topicId: sum.topicId,
    minute: sum.minute,
    total: sum.total,
    negPermille: sum.negative,
    negCount: sum.negCount,
    authors: sum.authors,
    channels: sum.channels,
    media,
    ...(judged !== 0 || aggressive !== 0 || calls !== 0 || praise !== 0
      ? { tone: { judged, aggressive, calls, praise } }
      : {}),
    ...(sum.late ? { late: true } : {}),
    ...(sum.correction ? { correction: true } : {}),
  };
}
