import { NO_TONE, type ToneCounts } from '@sturmwarte/domain';
import { Cells } from './cells.js';
import {
  heardMemory,
  heardRealsOf,
  TONE_KINDS,
  TONE_SUMS,
  TONES_APART,
  tonesOf,
} from './heard-memory.js';
import type { HeardMemory } from './heard-memory.js';
import type { OpenMinute } from './open-minute.js';
import { RING_MINUTES, takeMemory } from './topic-memory.js';

const WINDOW_MINUTES = 60;
const SLOT = RING_MINUTES - 1;
/** Fewer mentions than this in an hour tell nothing about a share of a few in a hundred. */
const FEWEST = 20;

/**
 * What was heard in the wording of the mentions of the last two hours, by minute. The newest hour, which every closing
 * minute asks for, is kept as running sums; they follow from the counts.
 */
export class ToneSketch extends Cells {
  static readonly CELLS = 1;
  /** Four numbers a minute: listened to, aggressive, calls, praise. */
  private tones: Int32Array;
  private tonesFrom: number;

  constructor({ chunk, index } = takeMemory()) {
    const heard = heardMemory(chunk);
    super(heard.reals, heardRealsOf(index));
    this.tones = heard.wholes;
    this.tonesFrom = tonesOf(index);
    this.last = -1;
  }

  /** Goes on with the sketch of another topic. */
  follow(heard: HeardMemory, index: number): void {
    this.moveTo(heard.reals, heardRealsOf(index));
    if (this.tones !== heard.wholes) this.tones = heard.wholes;
    this.tonesFrom = tonesOf(index);
  }

  /** The last closed minute; -1 before there is one. */
  get last(): number {
    return this.cells[this.from] ?? -1;
  }
  set last(minute: number) {
    this.cells[this.from] = minute;
  }

  /** Slot by slot. */
  get counts(): Int32Array {
    const counts = new Int32Array(RING_MINUTES * TONE_KINDS);
    for (let slot = 0; slot < RING_MINUTES; slot++) {
      const at = this.placeOf(slot);
      counts.set(this.tones.subarray(at, at + TONE_KINDS), slot * TONE_KINDS);
    }
    return counts;
  }

  /** Takes over a sketch as it was. */
  takeOver(last: number, counts: Int32Array): void {
    for (let slot = 0; slot < RING_MINUTES; slot++)
      for (let k = 0; k < TONE_KINDS; k++)
        this.tones[this.placeOf(slot) + k] = counts[slot * TONE_KINDS + k] ?? 0;
    this.last = last;
    for (let k = 0; k < TONE_KINDS; k++) {
      let sum = 0;
      for (let age = 0; age < WINDOW_MINUTES; age++)
        sum += this.tones[this.placeOf(last - age) + k] ?? 0;
      this.tones[this.sums + k] = sum;
    }
  }

  /** Takes in a closed minute; those left out in between were silent. */
  hear(minute: number, tone: ToneCounts | null): void {
    if (minute - this.last > SLOT) this.forget(minute);
    while (this.last < minute) this.goOn();
    if (tone !== null) this.set(minute, tone);
  }

  correct(minute: number, by: ToneCounts): void {
    if (this.holds(minute)) this.set(minute, addTones(this.at(minute), by));
  }

  /** A minute that is held. */
  set(minute: number, { judged, aggressive, calls, praise }: ToneCounts): void {
    const weight = this.last - minute < WINDOW_MINUTES ? 1 : 0;
    this.put(minute, 0, judged, weight);
    this.put(minute, 1, aggressive, weight);
    this.put(minute, 2, calls, weight);
    this.put(minute, 3, praise, weight);
  }

  holds(minute: number): boolean {
    return minute <= this.last && minute > this.last - RING_MINUTES;
  }

  at(minute: number): ToneCounts {
    if (!this.holds(minute)) return NO_TONE;
    const at = this.placeOf(minute);
    const [judged = 0, aggressive = 0, calls = 0, praise = 0] = this.tones.subarray(at, at + 4);
    return { judged, aggressive, calls, praise };
  }

  /** The hour that ends with `minute`, open minutes included. */
  hour(minute: number, open: readonly OpenMinute[]): ToneCounts {
    let sum = minute === this.last ? this.newestHour() : this.walk(minute);
    for (const one of open) {
      const age = minute - one.minute;
      if (one.tone !== null && age >= 0 && age < WINDOW_MINUTES) sum = addTones(sum, one.tone);
    }
    return sum;
  }

  private newestHour(): ToneCounts {
    const { tones, sums } = this;
    return {
      judged: tones[sums] ?? 0,
      aggressive: tones[sums + 1] ?? 0,
      calls: tones[sums + 2] ?? 0,
      praise: tones[sums + 3] ?? 0,
    };
  }

  private walk(minute: number): ToneCounts {
    let [judged, aggressive, calls, praise] = [0, 0, 0, 0];
    const from = Math.max(minute - WINDOW_MINUTES, this.last - RING_MINUTES) + 1;
    for (let one = from; one <= Math.min(minute, this.last); one++) {
      const at = this.placeOf(one);
      judged += this.tones[at] ?? 0;
      aggressive += this.tones[at + 1] ?? 0;
      calls += this.tones[at + 2] ?? 0;
      praise += this.tones[at + 3] ?? 0;
    }
    return { judged, aggressive, calls, praise };
  }

  /** Begins the next minute, in which nothing was heard yet. */
  private goOn(): void {
    const { tones } = this;
    const minute = ++this.last;
    const at = this.placeOf(minute);
    const left = this.placeOf(minute - WINDOW_MINUTES);
    for (let k = 0; k < TONE_KINDS; k++) {
      this.addToHour(k, -(tones[left + k] ?? 0));
      tones[at + k] = 0;
    }
  }

  /** Nothing is held any more; `minute` is the next to come. */
  private forget(minute: number): void {
    for (let slot = 0; slot < RING_MINUTES; slot++) {
      const at = this.placeOf(slot);
      this.tones.fill(0, at, at + TONE_KINDS);
    }
    this.tones.fill(0, this.sums, this.sums + TONE_KINDS);
    this.last = minute - 1;
  }

  /** `weight`: 1 in the newest hour, 0 before it. */
  private put(minute: number, kind: number, count: number, weight: 0 | 1): void {
    const at = this.placeOf(minute) + kind;
    this.addToHour(kind, weight * (count - (this.tones[at] ?? 0)));
    this.tones[at] = count;
  }

  private addToHour(kind: number, by: number): void {
    const at = this.sums + kind;
    this.tones[at] = (this.tones[at] ?? 0) + by;
  }

  private get sums(): number {
    return this.tonesFrom + TONE_SUMS;
  }

  private placeOf(minute: number): number {
    return this.tonesFrom + (minute & SLOT) * TONES_APART;
  }
}

export function addTones(a: ToneCounts | null, b: ToneCounts): ToneCounts {
  if (a === null) return b;
  return {
    judged: a.judged + b.judged,
    aggressive: a.aggressive + b.aggressive,
    calls: a.calls + b.calls,
    praise: a.praise + b.praise,
  };
}

/** A kind's share of what was listened to; null where too little was: unknown, not none. */
export function toneShare(
  hour: ToneCounts | null,
  kind: 'aggressive' | 'calls' | 'praise',
): number | null {
  if (hour === null || hour.judged < FEWEST) return null;
  return Math.min(1, Math.max(0, hour[kind]) / hour.judged);
}
