export const RING_MINUTES = 128;
const SLOT = RING_MINUTES - 1;
export const NOTHING: MinuteCounts = { negPermille: 0, total: 0, negCount: 0 };

/** What was counted in one minute. */
export interface MinuteCounts {
  readonly negPermille: number;
  readonly total: number;
  readonly negCount: number;
}

/** The last 128 closed minutes of a topic. Sums are taken by walking back, so a correction needs no further care. */
export class MinuteRing {
  readonly negPermille = new Int32Array(RING_MINUTES);
  readonly total = new Int32Array(RING_MINUTES);
  /** Mentions judged negative. */
  readonly negCount = new Int32Array(RING_MINUTES);
  readonly channels = new Int32Array(RING_MINUTES);
  /** The first and the newest closed minute; -1 before there is one. Before the first nothing is known. */
  first = -1;
  last = -1;

  /** Appends the next minute; minutes left out in between are empty. */
  push(minute: number, counts: MinuteCounts, channels: number): void {
    const from = this.last < 0 ? minute : Math.max(this.last + 1, minute - SLOT);
    for (let gap = from; gap < minute; gap++) this.set(gap, NOTHING, 0);
    this.set(minute, counts, channels);
    if (this.first < 0) this.first = minute;
    this.last = minute;
  }

  holds(minute: number): boolean {
    return minute <= this.last && minute > this.last - RING_MINUTES && minute >= this.first;
  }

  correct(minute: number, { negPermille, total, negCount }: MinuteCounts): void {
    const slot = minute & SLOT;
    this.negPermille[slot] = (this.negPermille[slot] ?? 0) + negPermille;
    this.total[slot] = (this.total[slot] ?? 0) + total;
    this.negCount[slot] = (this.negCount[slot] ?? 0) + negCount;
  }

  negativeAt(minute: number): number {
    return this.holds(minute) ? (this.negPermille[minute & SLOT] ?? 0) : 0;
  }

  totalAt(minute: number): number {
    return this.holds(minute) ? (this.total[minute & SLOT] ?? 0) : 0;
  }

  negCountAt(minute: number): number {
    return this.holds(minute) ? (this.negCount[minute & SLOT] ?? 0) : 0;
  }

  channelsAt(minute: number): number {
    return this.holds(minute) ? (this.channels[minute & SLOT] ?? 0) : 0;
  }

  private set(minute: number, counts: MinuteCounts, channels: number): void {
    const slot = minute & SLOT;
    this.negPermille[slot] = counts.negPermille;
    this.total[slot] = counts.total;
    this.negCount[slot] = counts.negCount;
    this.channels[slot] = channels;
  }
}
