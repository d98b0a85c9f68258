import type { Random } from '../scenario/random.js';
import { poisson, shareAround } from './chance.js';

/** What people say about a brand in an ordinary week. */
export interface Ordinary {
  /** Mentions an hour, on the average of a week. */
  readonly perHour: number;
  /** Share of complaints, on the average of some days. */
  readonly negativeShare: number;
}

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
/** The mood of a brand holds for some hours. */
const MOOD_MINUTES = 6 * HOUR_MINUTES;
const MOOD_CONCENTRATION = 40;
/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 4;

/** How awake people are by the hour of the day (UTC; Central Europe), 1 on average. */
const DAY = [
  0.25, 0.16, 0.12, 0.14, 0.3, 0.65, 1.05, 1.3, 1.35, 1.3, 1.3, 1.35, 1.3, 1.2, 1.2, 1.3, 1.5, 1.75,
  1.85, 1.8, 1.4, 1, 0.65, 0.45,
];
/** ... and by the day of the week, from Sunday. */
const WEEK = [0.85, 1.08, 1.05, 1.05, 1.05, 1.02, 0.9];

/** Mentions to be expected in a minute (since the epoch), as a multiple of the week's average. */
export function rhythmOf(minute: number): number {
  const day = Math.floor(minute / DAY_MINUTES);
  const hour = Math.floor((minute % DAY_MINUTES) / HOUR_MINUTES);
  return (DAY[hour] ?? 1) * (WEEK[(day + FIRST_WEEKDAY) % 7] ?? 1);
}

/** Ordinary minutes one after another, without end: the mood wanders from one quarter of the day to the next. */
export class OrdinaryWeek {
  private mood: number;
  private moodSince = -1;

  constructor(
    private readonly ordinary: Ordinary,
    private readonly random: Random,
  ) {
    this.mood = ordinary.negativeShare;
  }

  /** What is said in this minute: for each mention, whether it is a complaint. */
  next(minute: number): boolean[] {
    const block = Math.floor(minute / MOOD_MINUTES);
    if (block !== this.moodSince) {
      this.moodSince = block;
      this.mood = shareAround(this.random, this.ordinary.negativeShare, MOOD_CONCENTRATION);
    }
    const mean = (this.ordinary.perHour / HOUR_MINUTES) * rhythmOf(minute);
    const count = poisson(this.random, mean);
    return Array.from({ length: count }, () => this.random.next() < this.mood);
  }
}
