import { describe, expect, it } from '@jest/globals';
import { Baseline } from './baseline.js';
import { hourOfWeekUtc } from './hour-of-week.js';

/** Negatives a minute: three by day, one by night. */
const daily = (hour: number): number => (hour >= 8 && hour < 20 ? 3 : 1);

function after(
  days: number,
  rateOf: (hourOfWeek: number) => number,
  weightOf = (): number => 1,
): Baseline {
  const baseline = new Baseline();
  for (let minute = 0; minute < days * 1_440; minute++) {
    const hour = hourOfWeekUtc(minute);
    baseline.absorb(hour, rateOf(hour), weightOf());
  }
  return baseline;
}

describe('the baseline of a topic', () => {
  it('knows day from night after a week', () => {
    const baseline = after(8, (hour) => daily(hour % 24));
    expect(baseline.rate(12)).toBeGreaterThan(2.5);
    expect(baseline.rate(3)).toBeLessThan(1.3);
  });

  it('knows Sunday from Monday after some weeks', () => {
    const baseline = after(36, (hour) => (hour >= 144 ? 4 : 1));
    expect(baseline.rate(150)).toBeGreaterThan(1.8 * baseline.rate(10));
  });

  it('is hardly moved by one storm', () => {
    let minute = 0;
    const baseline = after(15, () => (minute++ > 14 * 1_440 ? 100 : 1));
    expect(baseline.rate(12)).toBeLessThan(2);
  });

  it('follows a lasting change within weeks', () => {
    let minute = 0;
    const baseline = after(35, () => (minute++ > 7 * 1_440 ? 4 : 1));
    expect(baseline.rate(12)).toBeGreaterThan(3);
  });

  it('learns nothing from frozen minutes', () => {
    expect(
      after(
        3,
        () => 5,
        () => 0,
      ).hours,
    ).toBe(0);
  });

  it('begins the week on Monday', () => {
    expect(hourOfWeekUtc(Date.UTC(2026, 10, 23) / 60_000)).toBe(0);
    expect(hourOfWeekUtc(Date.UTC(2026, 10, 22, 23, 59) / 60_000)).toBe(167);
    expect(hourOfWeekUtc(-1)).toBe(71);
  });
});
