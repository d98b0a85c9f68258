import type { OpenMinute } from './open-minute.js';
import { MinuteRing, RING_MINUTES } from './ring.js';

export const LOOK_BACK_MINUTES = 120;
const SLOT = RING_MINUTES - 1;

/**
 * The last minutes of a topic, open ones included, up to two hours back from one of them. Reads where they lie, so
 * looking costs nothing and each question only what it asks for. One instance serves all topics in turn.
 */
export class LookBack {
  private ring = new MinuteRing();
  private open: readonly OpenMinute[] = [];
  private minute = -1;

  /** Looks at the minutes that end with `minute`. */
  read(minute: number, ring: MinuteRing, open: readonly OpenMinute[]): void {
    this.minute = minute;
    this.ring = ring;
    this.open = open;
  }

  /** Negative mentions in the `minutes` that begin `skip` minutes ago. */
  negatives(minutes: number, skip = 0): number {
    let sum = this.closed(this.ring.negPermille, minutes, skip);
    for (const one of this.open) if (this.isIn(one, minutes, skip)) sum += one.negPermille;
    return Math.max(0, sum / 1000);
  }

  /** Mentions judged negative. */
  judged(minutes: number): number {
    let sum = this.closed(this.ring.negCount, minutes, 0);
    for (const one of this.open) if (this.isIn(one, minutes, 0)) sum += one.negCount;
    return Math.max(0, sum);
  }

  mentions(minutes: number): number {
    let sum = this.closed(this.ring.total, minutes, 0);
    for (const one of this.open) if (this.isIn(one, minutes, 0)) sum += one.total;
    return Math.max(0, sum);
  }

  /** Negatives per minute, the newest weighing most; the weight falls to 1/e in `fade` minutes. */
  fading(fade: number): number {
    const keep = Math.exp(-1 / fade);
    const { negPermille, last } = this.ring;
    const newest = Math.min(this.minute, last);
    let sum = 0;
    for (let at = this.oldest(LOOK_BACK_MINUTES, 0); at <= newest; at++)
      sum = sum * keep + (negPermille[at & SLOT] ?? 0);
    sum *= keep ** (this.minute - newest);
    for (const one of this.open)
      if (this.isIn(one, LOOK_BACK_MINUTES, 0))
        sum += one.negPermille * keep ** (this.minute - one.minute);
    return Math.max(0, (sum * (1 - keep)) / 1000);
  }

  private closed(counts: Int32Array, minutes: number, skip: number): number {
    const newest = Math.min(this.minute - skip, this.ring.last);
    let sum = 0;
    for (let at = this.oldest(minutes, skip); at <= newest; at++) sum += counts[at & SLOT] ?? 0;
    return sum;
  }

  /** The oldest minute of a stretch that the ring holds. */
  private oldest(minutes: number, skip: number): number {
    const { first, last } = this.ring;
    if (last < 0) return this.minute + 1;
    return Math.max(this.minute - skip - minutes + 1, first, last - RING_MINUTES + 1);
  }

  private isIn(one: OpenMinute, minutes: number, skip: number): boolean {
    const age = this.minute - one.minute;
    return age >= skip && age < skip + minutes;
  }
}
