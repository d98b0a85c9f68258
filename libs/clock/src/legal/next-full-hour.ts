import { Temporal } from 'temporal-polyfill';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * The first full hour by the clock on the wall, not before `atMs`. An instant on a full hour is its own: of the two
 * readings of Art. 3 (1) Reg. 1182/71 for that one moment, the earlier.
 *
 * Counted in elapsed time, because rounding the wall clock would skip an hour in the night it shows twice.
 */
export function nextFullHour(atMs: number, zone: string): number {
  let full = atMs;
  // A second pass only where a zone moves by half an hour in between.
  for (;;) {
    const wall = Temporal.Instant.fromEpochMilliseconds(full).toZonedDateTimeISO(zone);
    const past = wall.minute * MINUTE_MS + wall.second * 1_000 + wall.millisecond;
    if (past === 0) return full;
    full += HOUR_MS - past;
  }
}
