export const HOURS_OF_WEEK = 168;

/** Minute since the epoch -> hour of the week, 0 to 167. People's days have a zone, so the caller gives its own. */
export type HourOfWeek = (minute: number) => number;

/** Monday 00:00 UTC is 0. The epoch began on a Thursday. */
export function hourOfWeekUtc(minute: number): number {
  return (((Math.floor(minute / 60) + 72) % HOURS_OF_WEEK) + HOURS_OF_WEEK) % HOURS_OF_WEEK;
}
