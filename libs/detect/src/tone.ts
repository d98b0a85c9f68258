import { NO_TONE, type ToneCounts } from '@sturmwarte/domain';
import type { OpenMinute } from './open-minute.js';

const WINDOW_MINUTES = 60;
/** A power of two, longer than the ring that can be corrected. */
export const TONE_MINUTES = 128;
const SLOT = TONE_MINUTES - 1;
/** Fewer mentions than this in an hour tell nothing about a share of a few in a hundred. */
const FEWEST = 20;
const KINDS = ['judged', 'aggressive', 'calls', 'praise'] as const;

/** What was heard in the wording of the mentions of the last two hours, by minute. */
export class ToneSketch {
  /** The last closed minute; -1 before there is one. */
  last = -1;
  /** Four numbers a minute, in the order of `KINDS`. */
  readonly counts = new Int32Array(TONE_MINUTES * KINDS.length);

  /** Takes in a closed minute; those left out in between were silent. */
  hear(minute: number, tone: ToneCounts | null): void {
    const from = Math.max(this.last + 1, minute - SLOT);
    for (let gap = this.last < 0 ? minute : from; gap <= minute; gap++) this.set(gap, NO_TONE);
    this.last = minute;
    if (tone !== null) this.set(minute, tone);
  }

  correct(minute: number, by: ToneCounts): void {
    if (this.holds(minute)) this.set(minute, addTones(this.at(minute), by));
  }

  set(minute: number, tone: ToneCounts): void {
    const at = (minute & SLOT) * KINDS.length;
    for (let k = 0; k < KINDS.length; k++) this.counts[at + k] = tone[KINDS[k] ?? 'judged'];
  }

  holds(minute: number): boolean {
    return minute <= this.last && minute > this.last - TONE_MINUTES;
  }

  at(minute: number): ToneCounts {
    if (!this.holds(minute)) return NO_TONE;
    const at = (minute & SLOT) * KINDS.length;
    const [judged = 0, aggressive = 0, calls = 0, praise = 0] = this.counts.subarray(at, at + 4);
    return { judged, aggressive, calls, praise };
  }

  /** The hour that ends with `minute`, open minutes included. */
  hour(minute: number, open: readonly OpenMinute[]): ToneCounts {
    const { counts } = this;
    let [judged, aggressive, calls, praise] = [0, 0, 0, 0];
    const from = Math.max(minute - WINDOW_MINUTES, this.last - TONE_MINUTES) + 1;
    for (let one = from; one <= Math.min(minute, this.last); one++) {
      const at = (one & SLOT) * KINDS.length;
      judged += counts[at] ?? 0;
      aggressive += counts[at + 1] ?? 0;
      calls += counts[at + 2] ?? 0;
      praise += counts[at + 3] ?? 0;
    }
    let sum: ToneCounts = { judged, aggressive, calls, praise };
    for (const one of open) {
      const age = minute - one.minute;
      if (one.tone !== null && age >= 0 && age < WINDOW_MINUTES) sum = addTones(sum, one.tone);
    }
    return sum;
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
