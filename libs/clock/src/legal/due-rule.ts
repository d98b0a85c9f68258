import type { AnchorId } from './anchor.js';

/**
 * Why a period that ends on a Saturday, a Sunday or a public holiday ends with the next working day: § 193 BGB,
 * § 77b (1) StGB, Art. 3 (4) Reg. 1182/71. `none`: it ends on that day all the same, or we do not rely on the law
 * that might extend it.
 */
export type Extension = 'none' | 'BGB-193' | 'STGB-77B' | 'REG-1182-71';

/** Elapsed hours, whatever the clock on the wall does meanwhile; weekends and holidays count. */
export interface HoursRule {
  readonly unit: 'hours';
  readonly count: number;
  /** `next-full-hour`: the hour in which the anchor lies is not counted (Art. 3 (1) Reg. 1182/71). */
  readonly start: 'instant' | 'next-full-hour';
}

/** Days by the calendar of the place: the day of the anchor is not counted, the last one is, to its end. */
export interface CalendarRule {
  readonly unit: 'days' | 'weeks' | 'months';
  readonly count: number;
  readonly extension: Extension;
  /** Where courts differ: what may be chosen instead of `count`. */
  readonly range: { readonly min: number; readonly max: number } | null;
}

export type DueRule = HoursRule | CalendarRule;

/** One limit of a stage; the earliest of a stage's limits is its due time. */
export interface Limit {
  /**
   * Counted from the first of these that is known. What stands first is what the law says; what follows lies before
   * it in time, so that the due time before it is known is early, never late.
   */
  readonly from: readonly AnchorId[];
  readonly rule: DueRule;
  /** The limit no longer counts when it lies before this anchor. */
  readonly lapsesBefore: AnchorId | null;
}
