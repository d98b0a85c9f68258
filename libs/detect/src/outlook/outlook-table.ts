import type { Phase } from './traits.js';

/** How a number to come follows from the traits in each phase, and between which errors eight cases of ten lay. */
export interface CountRow {
  readonly weights: Readonly<Record<Phase, readonly number[]>>;
  /** Lower and upper one for every size, smallest first. */
  readonly errors: Readonly<Record<Phase, readonly number[]>>;
}

/** What the outlook has learned from storms. */
export interface OutlookTable {
  readonly hour: CountRow;
  readonly sixHours: CountRow;
  /** The busiest quarter of the next six hours, as a number an hour. */
  readonly top: CountRow;
  /** Quarters of an hour, by the minutes until they begin. */
  readonly steps: readonly (CountRow & { readonly from: number })[];
  /** Whether the peak is over: weights of the traits. */
  readonly passed: readonly number[];
  /** Minutes until a peak still to come, so many in a hundred earlier (`AHEAD_PERCENT`). */
  readonly ahead: Readonly<Record<Phase, readonly number[]>>;
  /** The next level within the hour: weights of what `climbTraits` says. */
  readonly climb: readonly number[];
}

export const AHEAD_PERCENT = [0, 10, 25, 50, 75, 90, 100];
