import type { AnchorId, AnchorQuestion } from '../anchor.js';
import type { CalendarRule, Extension, HoursRule, Limit } from '../due-rule.js';

/** The question most clocks begin with: one employee's knowledge may be the company's. */
export const firstKnowledge: AnchorQuestion = {
  id: 'knowledge',
  question: {
    de: 'Wann hat die erste Person im Unternehmen Kenntnis erlangt?',
    en: 'When did the first person in the company learn of it?',
  },
  answeredBy: null,
};

/** Duties that are due without undue delay: amber after an hour, red after four. */
export const countsUp = { amberMinutes: 60, redMinutes: 240 } as const;
export const doesNotCountUp = { amberMinutes: null, redMinutes: null } as const;

export function hours(count: number, start: HoursRule['start'] = 'instant'): HoursRule {
  return { unit: 'hours', count, start };
}

export function calendar(
  count: number,
  unit: CalendarRule['unit'],
  extension: Extension = 'none',
  range: CalendarRule['range'] = null,
): CalendarRule {
  return { unit, count, extension, range };
}

export function limit(
  rule: HoursRule | CalendarRule,
  from: readonly AnchorId[] = ['knowledge'],
  lapsesBefore: AnchorId | null = null,
): Limit {
  return { from, rule, lapsesBefore };
}
