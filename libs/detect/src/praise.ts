import type { ToneCounts } from '@sturmwarte/domain';
import { Cells } from './cells.js';

/** One week of minutes. */
const LEARN = 1 / 10_080;
const HOUR = 60;
/** Before a day was heard nobody knows what is usual. */
const FEWEST_MINUTES = 1_440;
/** What a wave of support asks for: so many mentions in an hour, against the usual hour and the loudest of late. */
const FEWEST_MENTIONS = 30;
const TIMES_USUAL = 3;
const TIMES_LOUDEST = 1.3;
/** ... so many of them clearly positive, and clearly more than usual. */
const FEWEST_SHARE = 0.35;
const SIGMAS = 2.5;
/** To stay one, less is enough. */
const STAY = 0.6;
/** The loudest hour of late counts half after a week. */
const FORGET_HOURLY = 0.9959;

/** The last hour as a wave of support would show in it. */
export interface JoyfulHour {
  readonly mentions: number;
  readonly tone: ToneCounts;
  /** Share of negatives in the hour, and what is usual; null where unknown. */
  readonly negatives: number | null;
  readonly usualNegatives: number | null;
}

export interface PraiseSurge {
  /** The minute it was first seen in. */
  readonly since: number;
  readonly mentions: number;
  readonly usualMentions: number;
  readonly share: number;
  readonly usualShare: number;
}

/**
 * Tells joy from anger where both are loud. Knows how many usually speak, how many of them kindly, and the loudest hour
 * of late; what is learned ends an hour or two before now, and nothing is learned during a wave.
 */
export class PraiseWatch extends Cells {
  static readonly CELLS = 6;

  constructor(cells: Float64Array = new Float64Array(PraiseWatch.CELLS), from = 0) {
    super(cells, from);
    this.since = -1;
  }

  get minutes(): number {
    return this.cells[this.from] ?? 0;
  }
  set minutes(value: number) {
    this.cells[this.from] = value;
  }
  /** Mentions a minute, and the kind ones among those listened to. */
  get rate(): number {
    return this.cells[this.from + 1] ?? 0;
  }
  set rate(value: number) {
    this.cells[this.from + 1] = value;
  }
  get share(): number {
    return this.cells[this.from + 2] ?? 0;
  }
  set share(value: number) {
    this.cells[this.from + 2] = value;
  }
  get loudest(): number {
    return this.cells[this.from + 3] ?? 0;
  }
  set loudest(value: number) {
    this.cells[this.from + 3] = value;
  }
  /** The hour before this one, not yet taken for usual. */
  get pending(): number {
    return this.cells[this.from + 4] ?? 0;
  }
  set pending(value: number) {
    this.cells[this.from + 4] = value;
  }
  get since(): number {
    return this.cells[this.from + 5] ?? -1;
  }
  set since(minute: number) {
    this.cells[this.from + 5] = minute;
  }

  /** Takes in a closed minute: its own mentions, and the hour that ends with it. */
  see(minute: number, mentions: number, hour: JoyfulHour): void {
    const holds = this.isJoyful(hour, this.since >= 0 ? STAY : 1);
    if (!holds) this.since = -1;
    else if (this.since < 0) this.since = minute;
    if (this.since >= 0) return;
    this.minutes++;
    this.rate += (mentions - this.rate) * Math.max(LEARN, 1 / this.minutes);
    if (minute % HOUR !== HOUR - 1) return;
    this.loudest = Math.max(this.loudest * FORGET_HOURLY, this.pending);
    this.pending = hour.mentions;
    const { judged, praise } = hour.tone;
    if (judged === 0) return;
    const step = Math.max(LEARN * HOUR, HOUR / this.minutes);
    this.share += (praise / judged - this.share) * Math.min(1, step);
  }

  /** The wave of support in this hour; null where there is none. */
  surge(minute: number, hour: JoyfulHour): PraiseSurge | null {
    if (!this.isJoyful(hour, this.since >= 0 ? STAY : 1)) return null;
    return {
      since: this.since >= 0 ? this.since : minute,
      mentions: hour.mentions,
      usualMentions: this.rate * HOUR,
      share: hour.tone.praise / hour.tone.judged,
      usualShare: this.share,
    };
  }

  private isJoyful(
    { mentions, tone, negatives, usualNegatives }: JoyfulHour,
    part: number,
  ): boolean {
    const { judged, praise } = tone;
    if (this.minutes < FEWEST_MINUTES || judged < FEWEST_MENTIONS * part) return false;
    if (mentions < FEWEST_MENTIONS * part) return false;
    if (mentions < Math.max(this.rate * HOUR * TIMES_USUAL, this.loudest * TIMES_LOUDEST) * part)
      return false;
    // Whoever is angry too is no wave of support, however many others are kind.
    if (negatives !== null && usualNegatives !== null && negatives > usualNegatives) return false;
    const spread = SIGMAS * Math.sqrt((this.share * (1 - this.share)) / judged);
    return praise / judged >= Math.max(FEWEST_SHARE, this.share + spread) * part;
  }
}
