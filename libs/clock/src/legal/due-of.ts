import type { AnchorId, AnchorTimes } from './anchor.js';
import type { DueRule, Limit } from './due-rule.js';
import { endOfPeriod } from './end-of-period.js';
import type { LegalCalendar } from './legal-calendar.js';
import type { LegalStage } from './legal-clock-rule.js';
import { nextFullHour } from './next-full-hour.js';

const HOUR_MS = 3_600_000;

export interface StageDue {
  readonly dueMs: number;
  /** The strictest reading, to show beside it: without the started hour, without the extension. Never after `dueMs`. */
  readonly conservativeMs: number;
  /** What the due time was counted from. */
  readonly from: AnchorId;
  /** True: what the law counts from is not known yet; the due time is early and moves to a later one when it is. */
  readonly provisional: boolean;
}

/**
 * When a stage is due; null: without undue delay, it counts up. `count` chooses within the range of a rule that has
 * one (the court's habit); anything else throws a RangeError.
 */
export function dueOf(
  stage: Pick<LegalStage, 'limits'>,
  anchors: AnchorTimes,
  calendar: LegalCalendar,
  count: number | null = null,
): StageDue | null {
  const due = stage.limits
    .map((limit) => dueOfLimit(limit, anchors, calendar, count))
    .filter((one) => one !== null);
  return due.reduce<StageDue | null>(
    (earliest, one) => (earliest === null || one.dueMs < earliest.dueMs ? one : earliest),
    null,
  );
}

function dueOfLimit(
  { from, rule, lapsesBefore }: Limit,
  anchors: AnchorTimes,
  calendar: LegalCalendar,
  count: number | null,
): StageDue | null {
  const known = from.find((id) => anchors[id] !== undefined);
  const anchorMs = known && anchors[known];
  if (known === undefined || anchorMs === undefined) return null;
  const { dueMs, conservativeMs } = apply(chosen(rule, count), anchorMs, calendar);
  const lapse = lapsesBefore === null ? undefined : anchors[lapsesBefore];
  if (lapse !== undefined && dueMs < lapse) return null;
  return { dueMs, conservativeMs, from: known, provisional: known !== from[0] };
}

function apply(
  rule: DueRule,
  anchorMs: number,
  calendar: LegalCalendar,
): Pick<StageDue, 'dueMs' | 'conservativeMs'> {
  if (rule.unit !== 'hours') {
    const { endMs, plainEndMs } = endOfPeriod(anchorMs, rule, calendar);
    return { dueMs: endMs, conservativeMs: plainEndMs };
  }
  const elapsed = rule.count * HOUR_MS;
  const begins = rule.start === 'instant' ? anchorMs : nextFullHour(anchorMs, calendar.zone);
  return { dueMs: begins + elapsed, conservativeMs: anchorMs + elapsed };
}

function chosen(rule: DueRule, count: number | null): DueRule {
  if (count === null) return rule;
  const range = rule.unit === 'hours' ? null : rule.range;
  if (range === null) throw new RangeError('this period is not open to choice');
  if (!Number.isInteger(count) || count < range.min || count > range.max) {
    throw new RangeError(`must be a whole number from ${range.min} to ${range.max}`);
  }
  return { ...rule, count };
}
