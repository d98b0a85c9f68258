import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holidayCalendar } from '../holidays/holiday-calendar.js';
import { dueOf } from './due-of.js';
import type { CalendarRule } from './due-rule.js';
import { calendarWithoutHolidays } from './legal-calendar.js';
import { LEGAL_CLOCK_RULES, legalClockRule } from './legal-clock-rules.js';
import type { LegalStage } from './legal-clock-rule.js';

const HOUR = 3_600_000;
const ZONE = 'Europe/Berlin';
const germany = holidayCalendar('DE', ZONE);
const ms = (iso: string) => Date.parse(iso);
const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
});
const read = (at: number | undefined) => (at === undefined ? 'none' : wall.format(at));

function stage(id: Parameters<typeof legalClockRule>[0], name?: string): LegalStage {
  const { stages } = legalClockRule(id);
  const found = name === undefined ? stages[0] : stages.find((one) => one.id === name);
  if (found === undefined) throw new Error(`no stage ${name}`);
  return found;
}
const period = (rule: Partial<CalendarRule>): Pick<LegalStage, 'limits'> => ({
  limits: [
    {
      from: ['knowledge'],
      lapsesBefore: null,
      rule: { unit: 'days', count: 1, extension: 'none', range: null, ...rule },
    },
  ],
});

describe('every due time', () => {
  const anchors = fc.integer({ min: ms('2020-01-01T00:00:00Z'), max: ms('2036-01-01T00:00:00Z') });
  const timed = LEGAL_CLOCK_RULES.flatMap(({ id, stages }) =>
    stages.filter(({ limits }) => limits.length > 0).map((one) => ({ id, one })),
  );
  const calendars = [
    germany,
    holidayCalendar('DE-BY', ZONE),
    holidayCalendar('AT', 'Europe/Vienna'),
    calendarWithoutHolidays('Asia/Kathmandu'),
    calendarWithoutHolidays('Australia/Lord_Howe'),
    calendarWithoutHolidays('America/St_Johns'),
  ];
  const stages = fc.constantFrom(...timed);
  const places = fc.constantFrom(...calendars);
  const at = (one: LegalStage, knowledge: number, place: (typeof calendars)[number]) => {
    const answer = dueOf(one, { knowledge }, place);
    if (answer === null) throw new Error('a stage with limits has a due time');
    return answer;
  };

  it('lies after its anchor, and its strict reading between the two', () => {
    fc.assert(
      fc.property(stages, places, anchors, ({ one }, place, knowledge) => {
        const { dueMs, conservativeMs } = at(one, knowledge, place);
        expect(conservativeMs).toBeGreaterThan(knowledge);
        expect(dueMs).toBeGreaterThanOrEqual(conservativeMs);
      }),
      { numRuns: 500 },
    );
  });

  it('never comes earlier for whoever knew later', () => {
    fc.assert(
      fc.property(
        stages,
        places,
        anchors,
        fc.integer({ min: 0, max: 40 * 24 * HOUR }),
        ({ one }, place, knowledge, later) => {
          const first = at(one, knowledge, place);
          const second = at(one, knowledge + later, place);
          expect(second.dueMs).toBeGreaterThanOrEqual(first.dueMs);
          expect(second.conservativeMs).toBeGreaterThanOrEqual(first.conservativeMs);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of the next full hour is never less than 72 hours away, never 73, and on a full hour', () => {
    fc.assert(
      fc.property(places, anchors, (place, knowledge) => {
        const { dueMs, conservativeMs } = at(stage('DSGVO-33'), knowledge, place);
        expect(conservativeMs - knowledge).toBe(72 * HOUR);
        expect(dueMs - knowledge).toBeGreaterThanOrEqual(72 * HOUR);
        expect(dueMs - knowledge).toBeLessThan(73 * HOUR);
        const begins = new Date(dueMs - 72 * HOUR);
        const minute = new Intl.DateTimeFormat('en-GB', {
          timeZone: place.zone,
          minute: 'numeric',
          second: 'numeric',
        }).format(begins);
        expect(minute).toBe('00:00');
      }),
      { numRuns: 500 },
    );
  });

  it('of a period by the calendar is the last moment of a day, a working day where the law says so', () => {
    const units = fc.constantFrom<CalendarRule['unit']>('days', 'weeks', 'months');
    const counts = fc.integer({ min: 1, max: 40 });
    const extensions = fc.constantFrom<CalendarRule['extension']>('none', 'BGB-193', 'REG-1182-71');
    fc.assert(
      fc.property(units, counts, extensions, anchors, (unit, count, extension, knowledge) => {
        const answer = dueOf(period({ unit, count, extension }), { knowledge }, germany);
        const [date = '', time] = read(answer?.dueMs).split(' ');
        expect(time).toBe('23:59:59');
        expect(read((answer?.dueMs ?? 0) + 1)).toMatch(/00:00:00$/);
        if (extension === 'none') return;
        expect([0, 6]).not.toContain(new Date(`${date}T12:00:00Z`).getUTCDay());
        expect(germany.isHoliday(date)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('before an anchor is known is never later than after', () => {
    const delays = fc.array(fc.integer({ min: 0, max: 30 * 24 * HOUR }), {
      minLength: 4,
      maxLength: 4,
    });
    const followed = timed.filter(({ one }) => one.limits.some(({ from }) => from.length > 1));
    fc.assert(
      fc.property(fc.constantFrom(...followed), anchors, delays, ({ one }, knowledge, later) => {
        const [from = []] = one.limits.map((limit) => limit.from);
        const chain = [...from].reverse(); // knowledge first, in the order in which they come to be known
        const times: Record<string, number> = { knowledge };
        let known = knowledge;
        let last = at(one, knowledge, germany);
        chain.slice(1).forEach((id, index) => {
          known += later[index] ?? 0;
          times[id] = known;
          const now = dueOf(one, { knowledge, ...times }, germany);
          expect(now?.dueMs).toBeGreaterThanOrEqual(last.dueMs);
          if (now !== null) last = now;
        });
        expect(last.provisional).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
