import type { StoredMinute } from '@sturmwarte/detect';
import { CLEARLY_NEGATIVE, TONE } from '@sturmwarte/domain';
import type { StoredText } from '@sturmwarte/store';

interface Sums {
  total: number;
  negPermille: number;
  negCount: number;
  readonly tone: { judged: number; aggressive: number; calls: number; praise: number };
}

/** What a query would have counted, minute by minute: as the counters do, from mentions that are stored. */
export class QueryCounts {
  private readonly sums = new Map<number, Sums>();

  add({ minute, negative, tone }: Pick<StoredText, 'minute' | 'negative' | 'tone'>): void {
    let sum = this.sums.get(minute);
    if (sum === undefined) {
      const unheard = { judged: 0, aggressive: 0, calls: 0, praise: 0 };
      this.sums.set(minute, (sum = { total: 0, negPermille: 0, negCount: 0, tone: unheard }));
    }
    sum.total++;
    sum.negPermille += negative;
    if (negative >= CLEARLY_NEGATIVE) sum.negCount++;
    if (tone & TONE.judged) sum.tone.judged++;
    if (tone & TONE.aggressive) sum.tone.aggressive++;
    if (tone & TONE.call) sum.tone.calls++;
    if (tone & TONE.praise) sum.tone.praise++;
  }

  /** From `from` (inclusive) to `to` (exclusive), oldest first. */
  minutes(from: number, to: number): StoredMinute[] {
    const found: StoredMinute[] = [];
    for (let minute = from; minute < to; minute++) {
      const sum = this.sums.get(minute);
      if (sum === undefined) continue;
      const { tone, ...counts } = sum;
      // Nobody listened: unknown, not zero.
      found.push({ minute, ...counts, ...(tone.judged > 0 ? { tone } : {}) });
    }
    return found;
  }
}
