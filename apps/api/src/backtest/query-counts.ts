import type { PastMinute } from '@sturmwarte/detect';
import { CLEARLY_NEGATIVE } from '@sturmwarte/domain';
import { DeltaSum, type StoredText } from '@sturmwarte/store';

/** What a query would have counted and heard, minute by minute: added up as the intake does, from stored mentions. */
export class QueryCounts {
  private readonly sum = new DeltaSum();

  add({ minute, negative, tone, voice, backfill }: Omit<StoredText, 'id' | 'text'>): void {
    const negCount = negative >= CLEARLY_NEGATIVE ? 1 : 0;
    const count = { topicId: 0, minute, total: 1, negative, negCount, tone };
    // What came long after it was said is counted, and shows nothing of who speaks at that moment.
    this.sum.add(count, backfill ? undefined : voice);
  }

  /** From `from` (inclusive) to `to` (exclusive), oldest first. */
  minutes(from: number, to: number): PastMinute[] {
    const found: PastMinute[] = [];
    for (let minute = from; minute < to; minute++) found.push(...this.sum.of(minute));
    return found;
  }
}
