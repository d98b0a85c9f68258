export const RING_MINUTES = 128;
const SLOT = RING_MINUTES - 1;

/** The last 128 closed minutes of a topic. Sums are taken by walking back, so a correction needs no further care. */
export class MinuteRing {
  readonly negPermille = new Int32Array(RING_MINUTES);
  readonly total = new Int32Array(RING_MINUTES);
  readonly channels = new Int32Array(RING_MINUTES);
  /** The first and the newest closed minute; -1 before there is one. Before the first nothing is known. */
  first = -1;
  last = -1;

  /** Appends the next minute; minutes left out in between are empty. */
  push(minute: number, negPermille: number, total: number, channels: number): void {
    const from = this.last < 0 ? minute : Math.max(this.last + 1, minute - SLOT);
    for (let gap = from; gap < minute; gap++) this.set(gap, 0, 0, 0);
    this.set(minute, negPermille, total, channels);
    if (this.first < 0) this.first = minute;
    this.last = minute;
  }

  holds(minute: number): boolean {
    return minute <= this.last && minute > this.last - RING_MINUTES && minute >= this.first;
  }

  correct(minute: number, negPermille: number, total: number): void {
    const slot = minute & SLOT;
    this.negPermille[slot] = (this.negPermille[slot] ?? 0) + negPermille;
    this.total[slot] = (this.total[slot] ?? 0) + total;
  }

  negativeAt(minute: number): number {
    return this.holds(minute) ? (this.negPermille[minute & SLOT] ?? 0) : 0;
  }

  totalAt(minute: number): number {
    return this.holds(minute) ? (this.total[minute & SLOT] ?? 0) : 0;
  }

  channelsAt(minute: number): number {
    return this.holds(minute) ? (this.channels[minute & SLOT] ?? 0) : 0;
  }

  /** Fills the arrays with the minutes up to `minute`, newest first; what is not held is 0. */
  copyBack(minute: number, negPermille: Float64Array, total: Float64Array): void {
    const oldest = Math.max(this.first, this.last - RING_MINUTES + 1);
    for (let age = 0; age < negPermille.length; age++) {
      const at = minute - age;
      const held = at <= this.last && at >= oldest && this.last >= 0;
      negPermille[age] = held ? (this.negPermille[at & SLOT] ?? 0) : 0;
      total[age] = held ? (this.total[at & SLOT] ?? 0) : 0;
    }
  }

  private set(minute: number, negPermille: number, total: number, channels: number): void {
    const slot = minute & SLOT;
    this.negPermille[slot] = negPermille;
    this.total[slot] = total;
    this.channels[slot] = channels;
  }
}
