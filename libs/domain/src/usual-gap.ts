const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** 99 of 100 gaps are shorter. */
const QUANTILE = 0.99;

/** One hour in which a source was heard. Times in milliseconds since the epoch. */
export interface HeardHour {
  readonly firstMs: number;
  readonly lastMs: number;
  /** Longest pause between two arrivals that ended in this hour, seconds. */
  readonly longestGapSeconds: number;
}

/**
 * The longest usual gap of a source at this hour of the day, in minutes, from the hours it was heard in (oldest
 * first): nights are quieter than days. Null until it has been heard for a day.
 */
export function usualGapMinutes(hours: readonly HeardHour[], nowMs: number): number | null {
  const first = hours[0];
  if (first === undefined || nowMs - first.firstMs < DAY_MS) return null;
  const hourOfDay = Math.floor(nowMs / HOUR_MS) % 24;
  const gaps: number[] = [];
  hours.forEach((hour, index) => {
    const before = hours[index - 1];
    const across = before === undefined ? 0 : hour.firstMs - before.lastMs;
    const longest = Math.max(across, hour.longestGapSeconds * 1_000);
    if (touches(hour.firstMs - across, hour.lastMs, hourOfDay)) gaps.push(longest);
  });
  if (gaps.length === 0) return null;
  gaps.sort((a, b) => a - b);
  const index = Math.min(gaps.length - 1, Math.ceil(gaps.length * QUANTILE) - 1);
  return Math.round((gaps[index] ?? 0) / 600) / 100;
}

/** Does the span from `fromMs` to `toMs` reach into this hour of any day? */
function touches(fromMs: number, toMs: number, hourOfDay: number): boolean {
  const from = Math.floor(fromMs / HOUR_MS);
  const to = Math.floor(toMs / HOUR_MS);
  if (to - from >= 23) return true;
  for (let hour = from; hour <= to; hour++) if (hour % 24 === hourOfDay) return true;
  return false;
}
