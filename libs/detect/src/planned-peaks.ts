/** Somebody knows beforehand that more will be said: from `from` until before `to`, minutes since the epoch. */
export interface PlannedPeak {
  readonly from: number;
  readonly to: number;
  /** How many times as much as usual is expected; above 1. */
  readonly multiple: number;
}

/** After a peak people go on for a while: what is expected comes down over this time. */
const FADE_MINUTES = 60;

/** How many times as much as usual is expected in a minute; where peaks meet, the highest counts. */
export function liftAt(peaks: readonly PlannedPeak[], minute: number): number {
  let most = 1;
  for (const { from, to, multiple } of peaks) {
    if (minute < from || minute >= to + FADE_MINUTES) continue;
    const left = minute < to ? 1 : 1 - (minute - to) / FADE_MINUTES;
    most = Math.max(most, 1 + (multiple - 1) * left);
  }
  return most;
}

const STEP_MINUTES = 5;

/** The same on average over the `minutes` that end with `minute`. */
export function meanLift(peaks: readonly PlannedPeak[], minute: number, minutes: number): number {
  const isNear = peaks.some(
    ({ from, to }) => from <= minute && to + FADE_MINUTES > minute - minutes,
  );
  if (!isNear) return 1;
  let sum = 0;
  for (let back = 0; back < minutes; back += STEP_MINUTES) sum += liftAt(peaks, minute - back);
  return sum / Math.ceil(minutes / STEP_MINUTES);
}
