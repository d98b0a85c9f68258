import { Temporal } from 'temporal-polyfill';
import type { CalendarRule } from './due-rule.js';
import type { LegalCalendar } from './legal-calendar.js';

const SATURDAY = 6;

export interface PeriodEnd {
  /** Last millisecond of the last day: it still shows that day's date. */
  readonly endMs: number;
  /** The same without the extension to a working day. */
  readonly plainEndMs: number;
}

/** Periods of days, weeks and months: §§ 187 (1), 188 BGB and Art. 3 (1), (2) Reg. 1182/71 count them alike. */
export function endOfPeriod(
  anchorMs: number,
  { unit, count, extension }: Pick<CalendarRule, 'unit' | 'count' | 'extension'>,
  calendar: LegalCalendar,
): PeriodEnd {
  const begins = Temporal.Instant.fromEpochMilliseconds(anchorMs)
    .toZonedDateTimeISO(calendar.zone)
    .toPlainDate();
  // A month without that date ends on its last day: `add` constrains exactly so.
  const last = begins.add({ [unit]: count });
  const plainEndMs = endOfDay(last, calendar.zone);
  if (extension === 'none') return { endMs: plainEndMs, plainEndMs };
  return { endMs: endOfDay(workingDayFrom(last, calendar), calendar.zone), plainEndMs };
}

function workingDayFrom(date: Temporal.PlainDate, calendar: LegalCalendar): Temporal.PlainDate {
  let day = date;
  while (day.dayOfWeek >= SATURDAY || calendar.isHoliday(day.toString()))
    day = day.add({ days: 1 });
  return day;
}

function endOfDay(date: Temporal.PlainDate, zone: string): number {
  return date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1;
}
