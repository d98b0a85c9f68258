import type { Detector } from '../detector.js';
import { aDelta } from './a-delta.js';

export interface CalmDays {
  readonly topicId?: number;
  readonly from: number;
  readonly days: number;
  /** Mentions an hour, evenly spread, and which share of them is negative. */
  readonly perHour: number;
  readonly share?: number;
}

/** Plays ordinary days into a detector, without chance, and closes them. Returns the first minute after them. */
export function calmDays(
  detector: Detector,
  { topicId = 1, from, days, perHour, share = 0.2 }: CalmDays,
): number {
  const to = from + days * 24 * 60;
  let mentions = 0;
  let negatives = 0;
  for (let minute = from; minute < to; minute++) {
    mentions += perHour / 60;
    const total = Math.floor(mentions);
    mentions -= total;
    negatives += total * share;
    const negative = Math.min(total, Math.floor(negatives));
    negatives -= negative;
    if (total > 0) detector.fold(aDelta({ topicId, minute, total, negPermille: negative * 1_000 }));
    detector.close(minute);
  }
  return to;
}
