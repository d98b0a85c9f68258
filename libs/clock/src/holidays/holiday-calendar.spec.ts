import { describe, expect, it } from '@jest/globals';
import { holidayCalendar, isHolidayRegion } from './holiday-calendar.js';

const ZONE = 'Europe/Berlin';
const everywhere = '01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26'.split(' ');
/** What the Länder keep in 2026 beyond the nine days of all, Sundays aside. */
const laender: Record<string, string> = {
  BW: '01-06 06-04',
  BY: '01-06 06-04',
  BE: '',
  BB: '10-31',
  HB: '10-31',
  HH: '10-31',
  HE: '06-04',
  MV: '10-31',
  NI: '10-31',
  NW: '06-04',
  RP: '06-04',
  SL: '06-04 08-15',
  SN: '10-31 11-18',
  ST: '01-06 10-31',
  SH: '10-31',
  TH: '10-31',
};

function weekdaysOff(region: string, year: number): string[] {
  const { isHoliday } = holidayCalendar(region, ZONE);
  const days: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const day = new Date(at);
    const date = day.toISOString().slice(0, 10);
    if (day.getUTCDay() !== 0 && isHoliday(date)) days.push(date.slice(5));
  }
  return days;
}

describe('public holidays', () => {
  it.each(Object.entries(laender))('in %s are those of its law', (land, own) => {
    const expected = [...everywhere, ...own.split(' ').filter(Boolean)].sort();
    expect(weekdaysOff(`DE-${land}`, 2026)).toEqual(expected);
  });

  it('of Germany as a whole are those of every Land', () => {
    expect(weekdaysOff('DE', 2026)).toEqual(everywhere);
  });

  it('that came once are known', () => {
    expect(holidayCalendar('DE-BE', ZONE).isHoliday('2025-05-08')).toBe(true);
    expect(holidayCalendar('DE-BE', ZONE).isHoliday('2026-05-08')).toBe(false);
    expect(holidayCalendar('DE', ZONE).isHoliday('2017-10-31')).toBe(true);
  });

  it('are not Christmas Eve or New Year’s Eve', () => {
    const { isHoliday } = holidayCalendar('DE', ZONE);
    expect(isHoliday('2026-12-24')).toBe(false);
    expect(isHoliday('2026-12-31')).toBe(false);
  });

  it('are known for parts of a Land, and for neighbours', () => {
    expect(holidayCalendar('DE-BY', ZONE).isHoliday('2028-08-15')).toBe(false);
    expect(holidayCalendar('DE-BY-KATH', ZONE).isHoliday('2028-08-15')).toBe(true);
    expect(holidayCalendar('AT', 'Europe/Vienna').isHoliday('2026-10-26')).toBe(true);
    expect(holidayCalendar('CH-ZH', 'Europe/Zurich').isHoliday('2026-08-01')).toBe(true);
  });

  it('of a place nobody knows are refused, not empty', () => {
    for (const region of [
      '',
      'de',
      'XX',
      'DE-QQ',
      'DE-BY-QQ',
      'DE-BE-KATH',
      'DE-',
      'constructor',
    ]) {
      expect(isHolidayRegion(region)).toBe(false);
      expect(() => holidayCalendar(region, ZONE)).toThrow(RangeError);
    }
    expect(isHolidayRegion('DE-NW')).toBe(true);
    expect(isHolidayRegion('FR')).toBe(true);
  });
});
