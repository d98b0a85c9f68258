/** Time is an argument: rules never read a clock themselves. Milliseconds since the epoch. */
export interface Clock {
  now(): number;
}

export const MINUTE_MS = 60_000;

/** Whole minutes since the epoch: the unit of counting. */
export function minuteOf(ms: number): number {
  return Math.floor(ms / MINUTE_MS);
}

export function minuteToIso(minute: number): string {
  return new Date(minute * MINUTE_MS).toISOString();
}
