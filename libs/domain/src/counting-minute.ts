import { MINUTE_MS, minuteOf } from './clock.js';

/** Arrived within this time of its own moment: counted in its own minute. */
export const LATENESS_MS = 2 * MINUTE_MS;
/** Older than this on arrival: a back-fill, stored and shown, but no news to the detector. */
export const BACKFILL_MS = 6 * 60 * MINUTE_MS;
/** Clocks differ; further ahead than this a date is wrong. */
export const FUTURE_TOLERANCE_MS = 10 * MINUTE_MS;

export interface Counting {
  /** Minute since the epoch that the mention is counted in. */
  readonly minute: number;
  readonly late: boolean;
  readonly backfill: boolean;
}

/**
 * In which minute does a mention count? On time: its own. Late (news and forums come 10 to 60 minutes late): the
 * minute it arrived, so that no window has closed behind it. Back-fill: its own old minute, and no alarm.
 * Times in milliseconds, `now` by the clock of the mention's space.
 */
export function countingMinute(observedMs: number, nowMs: number): Counting {
  const age = nowMs - observedMs;
  if (age > BACKFILL_MS) return { minute: minuteOf(observedMs), late: true, backfill: true };
  if (age > LATENESS_MS) return { minute: minuteOf(nowMs), late: true, backfill: false };
  return { minute: minuteOf(Math.min(observedMs, nowMs)), late: false, backfill: false };
}
