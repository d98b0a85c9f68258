const DAY_MS = 86_400_000;
/** Room for the number within a day; see the sequence `mention_number`. */
const PER_DAY = 100_000_000_000;

/** Ids a batch takes from the sequence at once: its size may not exceed this. */
export const IDS_PER_BATCH = 5_000;

/** Days since 1970 (UTC). */
export function dayOf(ms: number): number {
  return Math.floor(ms / DAY_MS);
}

/** The smallest mention id of a day: ids of one day lie in [firstIdOf(day), firstIdOf(day + 1)). */
export function firstIdOf(day: number): number {
  return day * PER_DAY;
}

/** The day of receipt, which every id holds. */
export function dayOfId(id: number): number {
  return Math.floor(id / PER_DAY);
}

/** `YYYY-MM-DD` */
export function dayName(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
