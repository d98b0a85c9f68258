import { channelBit, type CountDelta, type MediaEcho } from '@sturmwarte/detect';
import { CLEARLY_NEGATIVE, type Channel, type OutletTier } from '@sturmwarte/domain';
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
}

interface Sum {
  total: number;
  negative: number;
  authors: number[];
  channels: number;
  media: Map<number, OutletTier>;
}

/** Adds mentions up to the deltas the detector takes: one per topic, minute and kind of delta. */
export class DeltaSum {
  private readonly sums = new Map<string, Sum & Omit<Count, 'total' | 'negative'>>();

  /** `voice` is heard by the sketches when `judged`, its P(negative) at present, is clearly negative. */
  add(count: Count, voice?: Voice, judged: number = count.negative): void {
    const sum = this.sumOf(count);
    sum.total += count.total;
    sum.negative += count.negative;
    if (voice === undefined || judged < CLEARLY_NEGATIVE) return;
    if (voice.author !== null) sum.authors.push(voice.author);
    sum.channels |= channelBit(voice.channel);
    if (voice.tier !== 'none' && voice.outlet !== undefined) {
      sum.media.set(outletHash(voice.outlet), voice.tier);
    }
  }

  list(): CountDelta[] {
    return [...this.sums.values()].map(toDelta);
  }

  private sumOf(count: Count): Sum {
    const key = `${count.topicId}:${count.minute}:${count.late === true ? 1 : 0}${count.correction === true ? 1 : 0}`;
    let sum = this.sums.get(key);
    if (sum === undefined) {
      const empty: Sum = { total: 0, negative: 0, authors: [], channels: 0, media: new Map() };
      sum = { ...count, ...empty };
      this.sums.set(key, sum);
    }
    return sum;
  }
}

function toDelta(sum: Sum & Omit<Count, 'total' | 'negative'>): CountDelta {
  const media: MediaEcho[] = [...sum.media].map(([outlet, tier]) => ({ outlet, tier }));
  return {
    topicId: sum.topicId,
    minute: sum.minute,
    total: sum.total,
    negPermille: sum.negative,
    authors: sum.authors,
    channels: sum.channels,
    media,
    ...(sum.late === true ? { late: true } : {}),
    ...(sum.correction === true ? { correction: true } : {}),
  };
}
