import type { MinuteRing } from './ring.js';
import type { OpenMinute } from './open-minute.js';

const BITS = 32;
const WINDOW_MINUTES = 60;
/** One week of minutes. */
const LEARN = 1 / 10_080;
/** A channel joins in when it carries criticism in this many minutes of the hour beyond the usual. */
const FEWEST_MINUTES = 3;

/**
 * In which share of the minutes each channel usually carries criticism. A channel takes part in a storm when it does so
 * clearly more often than usual; one that is always there cannot tell and counts as taking part while it is heard.
 */
export class ChannelSpread {
  readonly usual = new Float32Array(BITS);
  /** Channels ever heard. */
  known = 0;
  /** Begins with a day of silence, or the first channel would be the usual one. */
  minutes = 1_440;

  learn(mask: number): void {
    this.known |= mask;
    this.minutes++;
    const step = Math.max(LEARN, 1 / this.minutes);
    for (let rest = this.known; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      const before = this.usual[bit] ?? 0;
      this.usual[bit] = before + (((mask >>> bit) & 1) - before) * step;
    }
  }

  /** The channels taking part in the hour that ends with `minute`. */
  active(minute: number, ring: MinuteRing, open: readonly OpenMinute[]): number {
    const heard = new Uint8Array(BITS);
    const hear = (mask: number): void => {
      for (let rest = mask; rest !== 0; rest &= rest - 1) {
        const bit = 31 - Math.clz32(rest & -rest);
        heard[bit] = (heard[bit] ?? 0) + 1;
      }
    };
    for (let age = 0; age < WINDOW_MINUTES; age++) hear(ring.channelsAt(minute - age));
    for (const one of open) if (one.minute > minute - WINDOW_MINUTES) hear(one.channels);
    let mask = 0;
    for (let bit = 0; bit < BITS; bit++) {
      const usual = this.usual[bit] ?? 0;
      const expected = WINDOW_MINUTES * usual;
      const needed = Math.min(
        expected + 2 * Math.sqrt(expected * (1 - usual)) + FEWEST_MINUTES,
        WINDOW_MINUTES * 0.9,
      );
      if ((heard[bit] ?? 0) >= needed) mask |= 1 << bit;
    }
    return mask;
  }
}
