import type { OpenMinute } from './open-minute.js';
import { FADE_KEEP, MinuteRing } from './ring.js';
import type { SummedMentions, SummedMinutes } from './ring.js';
import { RING_MINUTES } from './topic-memory.js';

export const LOOK_BACK_MINUTES = 120;

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
    const { ring } = this;
    const newest = Math.min(this.minute - skip, ring.last);
    let sum = 0;
    for (let at = this.oldest(minutes, skip); at <= newest; at++) sum += ring.negativeAt(at);
    for (const one of this.open) if (this.isIn(one, minutes, skip)) sum += one.negPermille;
    return Math.max(0, sum / 1000);
  }

  /** The same for stretches that are asked for every minute: no walk where they end with the newest closed minute. */
  newestNegatives(minutes: SummedMinutes): number {
    if (!this.isClosed) return this.negatives(minutes);
    return Math.max(0, this.ring.newestNegatives(minutes) / 1000);
  }

  newestMentions(minutes: SummedMentions): number {
    if (!this.isClosed) return this.mentions(minutes);
    return Math.max(0, this.ring.newestMentions(minutes));
  }

  /** Those of the `minutes` before the newest `skip`. */
  earlierNegatives(minutes: 5 | 10, skip: 5 | 10): number {
    if (!this.isClosed) return this.negatives(minutes, skip);
    const both = this.ring.newestNegatives(minutes === 5 ? 10 : 20);
    return Math.max(0, (both - this.ring.newestNegatives(skip)) / 1000);
  }

  /** Mentions judged negative. */
  judged(minutes: number): number {
    let sum = 0;
    for (let at = this.oldest(minutes, 0); at <= this.minute; at++) sum += this.ring.negCountAt(at);
    for (const one of this.open) if (this.isIn(one, minutes, 0)) sum += one.negCount;
    return Math.max(0, sum);
  }

  mentions(minutes: number): number {
    let sum = 0;
    for (let at = this.oldest(minutes, 0); at <= this.minute; at++) sum += this.ring.totalAt(at);
    for (const one of this.open) if (this.isIn(one, minutes, 0)) sum += one.total;
    return Math.max(0, sum);
  }

  /** Negatives per minute, the newest weighing most; the weight falls to 1/e in a quarter of an hour. */
  fading(): number {
    const newest = Math.min(this.minute, this.ring.last);
    let sum = this.ring.fading(this.oldest(LOOK_BACK_MINUTES, 0), newest);
    sum *= FADE_KEEP ** (this.minute - newest);
    for (const one of this.open)
      if (this.isIn(one, LOOK_BACK_MINUTES, 0))
        sum += one.negPermille * FADE_KEEP ** (this.minute - one.minute);
    return Math.max(0, (sum * (1 - FADE_KEEP)) / 1000);
  }

  /** At least what `fading` finds, but for rounding, without the walk. Only where all minutes are closed. */
  fadingAtMost(): number {
    return (this.ring.fadingAtMost * (1 - FADE_KEEP)) / 1000;
  }

  private get isClosed(): boolean {
    return this.open.length === 0 && this.minute === this.ring.last;
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
