import { describe, expect, it } from '@jest/globals';
import { holidayCalendar } from '../holidays/holiday-calendar.js';
import { dueOf } from './due-of.js';
import { calendarWithoutHolidays } from './legal-calendar.js';
import { legalClockRule } from './legal-clock-rules.js';
import type { LegalStage } from './legal-clock-rule.js';

const HOUR = 3_600_000;
const ZONE = 'Europe/Berlin';
const germany = holidayCalendar('DE', ZONE);
const berlin = holidayCalendar('DE-BE', ZONE);
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
const due = (of: LegalStage, knowledge: string, calendar = germany) =>
  dueOf(of, { knowledge: ms(knowledge) }, calendar);
describe('a data breach reported to the authority', () => {
  const report = stage('DSGVO-33');

  it('known on 22 December at 12:17 is due on Christmas Day at 13:00: holidays count', () => {
    const answer = due(report, '2026-12-22T12:17:00+01:00');
    expect(read(answer?.dueMs)).toBe('2026-12-25 13:00:00');
    expect(read(answer?.conservativeMs)).toBe('2026-12-25 12:17:00');
  });

  it('known before the night of summer time is due an hour later by the clock on the wall', () => {
    const answer = due(report, '2026-03-27T16:30:00+01:00');
    expect(read(answer?.dueMs)).toBe('2026-03-30 18:00:00');
    expect(answer?.dueMs).toBe(ms('2026-03-30T18:00:00+02:00'));
    expect(read(answer?.conservativeMs)).toBe('2026-03-30 17:30:00');
  });

  it('known before the night of winter time is due an hour earlier by the clock on the wall', () => {
    expect(read(due(report, '2026-10-23T16:30:00+02:00')?.dueMs)).toBe('2026-10-26 16:00:00');
  });

  it('known in the hour that comes twice is counted from the full hour in between', () => {
    const answer = due(report, '2026-10-25T02:30:00+02:00');
    expect(answer?.dueMs).toBe(ms('2026-10-25T02:00:00+01:00') + 72 * HOUR);
  });

  it('known in the hour before the one that is skipped is counted from the first that exists', () => {
    const answer = due(report, '2026-03-29T01:30:00+01:00');
    expect(answer?.dueMs).toBe(ms('2026-03-29T03:00:00+02:00') + 72 * HOUR);
  });

  it('known on the stroke of the hour gains nothing', () => {
    const answer = due(report, '2026-05-04T09:00:00+02:00');
    expect(answer?.dueMs).toBe(answer?.conservativeMs);
    expect(read(due(report, '2026-05-04T09:00:01+02:00')?.dueMs)).toBe('2026-05-07 10:00:00');
  });

  it('starts on the full hour of the place, also where zones are off by a quarter', () => {
    const kathmandu = calendarWithoutHolidays('Asia/Kathmandu');
    const answer = due(report, '2026-05-04T09:01:00+05:45', kathmandu);
    expect(answer?.dueMs).toBe(ms('2026-05-07T10:00:00+05:45'));
  });
});

describe('a right to dismiss', () => {
  const notice = stage('BGB-626');

  it('ends two weeks later at the end of the same day of the week', () => {
    expect(read(due(notice, '2026-02-03T10:00:00+01:00')?.dueMs)).toBe('2026-02-17 23:59:59');
  });

  it('that would end on Good Friday ends on Tuesday after Easter, with Friday shown beside it', () => {
    const answer = due(notice, '2026-03-20T10:00:00+01:00');
    expect(read(answer?.dueMs)).toBe('2026-04-07 23:59:59');
    expect(read(answer?.conservativeMs)).toBe('2026-04-03 23:59:59');
  });

  it('knows the holidays of the Land', () => {
    const known = '2027-02-22T10:00:00+01:00'; // two weeks before Women's Day, a Monday
    expect(read(due(notice, known)?.dueMs)).toBe('2027-03-08 23:59:59');
    expect(read(due(notice, known, berlin)?.dueMs)).toBe('2027-03-09 23:59:59');
  });

  it('takes the day from the clock of the place, not from UTC', () => {
    expect(read(due(notice, '2026-02-03T23:30:00Z')?.dueMs)).toBe('2026-02-18 23:59:59');
  });
});

describe('a criminal complaint', () => {
  const complaint = stage('STRAF');

  it('three months from 30 November ends with February, whichever day that is', () => {
    expect(read(due(complaint, '2027-11-30T10:00:00+01:00')?.dueMs)).toBe('2028-02-29 23:59:59');
  });

  it('ends on a working day', () => {
    const answer = due(complaint, '2026-11-28T10:00:00+01:00'); // 28 February 2027 is a Sunday
    expect(read(answer?.dueMs)).toBe('2027-03-01 23:59:59');
    expect(read(answer?.conservativeMs)).toBe('2027-02-28 23:59:59');
  });
});

describe('an interim injunction', () => {
  const application = stage('EV');

  it('is due after 28 days unless the court is known to wait longer', () => {
    const known = { knowledge: ms('2026-06-01T08:00:00+02:00') };
    expect(read(dueOf(application, known, germany)?.dueMs)).toBe('2026-06-29 23:59:59');
    expect(read(dueOf(application, known, germany, 56)?.dueMs)).toBe('2026-07-27 23:59:59');
  });

  it('takes no number of days outside what courts accept', () => {
    const known = { knowledge: 0 };
    expect(() => dueOf(application, known, germany, 27)).toThrow(RangeError);
    expect(() => dueOf(application, known, germany, 184)).toThrow(RangeError);
    expect(() => dueOf(application, known, germany, 30.5)).toThrow(RangeError);
    expect(() => dueOf(stage('BGB-626'), known, germany, 3)).toThrow(RangeError);
    expect(() => dueOf(stage('DSGVO-33'), known, germany, 80)).toThrow(RangeError);
  });
});

describe('an incident reported in stages', () => {
  const knowledge = ms('2026-05-04T09:20:00+02:00');

  it('is due after 24 and 72 elapsed hours, to the minute', () => {
    const of = (name: string) => dueOf(stage('NIS2', name), { knowledge }, germany);
    expect(of('early-warning')?.dueMs).toBe(knowledge + 24 * HOUR);
    expect(of('report')?.dueMs).toBe(knowledge + 72 * HOUR);
  });

  it('counts the month from the report, and from knowledge while nothing was reported', () => {
    const final = stage('NIS2', 'final');
    const before = dueOf(final, { knowledge }, germany);
    expect(read(before?.dueMs)).toBe('2026-06-04 23:59:59');
    expect(before).toMatchObject({ from: 'knowledge', provisional: true });
    const report = ms('2026-05-06T11:00:00+02:00');
    const after = dueOf(final, { knowledge, 'second-report': report }, germany);
    expect(read(after?.dueMs)).toBe('2026-06-06 23:59:59');
    expect(after).toMatchObject({ from: 'second-report', provisional: false });
  });

  describe('by a financial entity', () => {
    const initial = stage('DORA', 'initial');
    const classified = (after: number) =>
      dueOf(initial, { knowledge, classification: knowledge + after * HOUR }, germany)?.dueMs;

    it('is due four hours after classification', () => {
      expect(classified(2)).toBe(knowledge + 6 * HOUR);
    });

    it('is due within a day of knowledge, however late it was classified', () => {
      expect(dueOf(initial, { knowledge }, germany)?.dueMs).toBe(knowledge + 24 * HOUR);
      expect(classified(22)).toBe(knowledge + 24 * HOUR);
    });

    it('is due four hours after classification when the day was over by then', () => {
      expect(classified(30)).toBe(knowledge + 34 * HOUR);
    });
  });

  it('counts the 14 days of the final report from the remedy', () => {
    const final = stage('CRA', 'final');
    const remedy = ms('2026-09-18T12:00:00+02:00'); // 14 days later: Friday; the Saturday after it is a holiday
    expect(read(dueOf(final, { knowledge, remedy }, germany)?.dueMs)).toBe('2026-10-02 23:59:59');
    const aDayLater = dueOf(final, { knowledge, remedy: remedy + 24 * HOUR }, germany);
    expect(read(aDayLater?.dueMs)).toBe('2026-10-05 23:59:59');
    expect(read(aDayLater?.conservativeMs)).toBe('2026-10-03 23:59:59');
  });

  it('has no due time where the law says without delay', () => {
    expect(dueOf(stage('MAR-17'), { knowledge }, germany)).toBeNull();
  });
});
