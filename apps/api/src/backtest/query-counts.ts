import type { PastMinute } from '@sturmwarte/detect';
import { CLEARLY_NEGATIVE } from '@sturmwarte/domain';
import { DeltaSum, type StoredText } from '@sturmwarte/store';

/** What a query would have counted and heard, minute by minute: added up as the intake does, from stored mentions. */
export class QueryCounts {
  private readonly sum = new DeltaSum();
  private sorted: readonly PastMinute[] | null = null;

  add({ minute, negative, tone, voice, backfill }: Omit<StoredText, 'id' | 'text'>): void {
    const negCount = negative >= CLEARLY_NEGATIVE ? 1 : 0;
    const count = { topicId: 0, minute, total: 1, negative, negCount, tone };
    // What came long after it was said is counted, and shows nothing of who speaks at that moment.
    this.sum.add(count, backfill ? undefined : voice);
    this.sorted = null;
  }

  /** From `from` (inclusive) to `to` (exclusive), oldest first. */
  minutes(from: number, to: number): PastMinute[] {
    this.sorted ??= this.sum.list().sort((one, other) => one.minute - other.minute);
    return this.sorted.filter(({ minute }) => minute >= from && minute < to);
  }
}
