import { Cells } from './cells.js';
import { CHANNEL_BITS as BITS, heardMemory, heardRealsOf, sharesOf } from './heard-memory.js';
import type { HeardMemory } from './heard-memory.js';
import type { MinuteRing } from './ring.js';
import type { OpenMinute } from './open-minute.js';
import { ToneSketch } from './tone.js';
import { takeMemory } from './topic-memory.js';

/** Its numbers lie behind those of the tone. */
const BEHIND = ToneSketch.CELLS;
/** Begins with a day of silence, or the first channel would be the usual one. */
const FIRST_MINUTES = 1_440;
const WINDOW_MINUTES = 60;
/** One week of minutes. */
const LEARN = 1 / 10_080;
/** A channel joins in when it carries criticism in this many minutes of the hour beyond the usual. */
const FEWEST_MINUTES = 3;

/**
 * In which share of the minutes each channel usually carries criticism. A channel takes part in a storm when it does so
 * clearly more often than usual; one that is always there cannot tell and counts as taking part while it is heard.
 */
export class ChannelSpread extends Cells {
  private shares: Float32Array;
  private sharesFrom: number;

  constructor({ chunk, index } = takeMemory()) {
    const heard = heardMemory(chunk);
    super(heard.reals, heardRealsOf(index) + BEHIND);
    this.shares = heard.shares;
    this.sharesFrom = sharesOf(index);
    this.minutes = FIRST_MINUTES;
  }

  /** Goes on with the spread of another topic. */
  follow(heard: HeardMemory, index: number): void {
    this.moveTo(heard.reals, heardRealsOf(index) + BEHIND);
    if (this.shares !== heard.shares) this.shares = heard.shares;
    this.sharesFrom = sharesOf(index);
  }

  /** Channels ever heard. */
  get known(): number {
    return this.cells[this.from] ?? 0;
  }
  set known(mask: number) {
    this.cells[this.from] = mask;
  }
  get minutes(): number {
    return this.cells[this.from + 1] ?? 0;
  }
  set minutes(value: number) {
    this.cells[this.from + 1] = value;
  }

  get usual(): Float32Array {
    return this.shares.subarray(this.sharesFrom, this.sharesFrom + BITS);
  }

  learn(mask: number): void {
    this.known |= mask;
    this.minutes++;
    const step = Math.max(LEARN, 1 / this.minutes);
    for (let rest = this.known; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      const at = this.sharesFrom + bit;
      const before = this.shares[at] ?? 0;
      this.shares[at] = before + (((mask >>> bit) & 1) - before) * step;
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
      const usual = this.shares[this.sharesFrom + bit] ?? 0;
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
