import { describe, expect, it } from '@jest/globals';
import { usualGapMinutes, type HeardHour } from './usual-gap.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const start = Date.parse('2026-03-02T00:00:00Z');

/** Heard every ten minutes by day (7 to 22 o'clock), never by night. */
function days(count: number): HeardHour[] {
  const hours: HeardHour[] = [];
  for (let day = 0; day < count; day++) {
    for (let hour = 7; hour < 22; hour++) {
      const at = start + day * 24 * HOUR + hour * HOUR;
      hours.push({ firstMs: at, lastMs: at + 50 * MINUTE, longestGapSeconds: 600 });
    }
  }
  return hours;
}

describe('the usual gap of a source', () => {
  it('is unknown until the source has been heard for a day', () => {
    expect(usualGapMinutes([], start)).toBeNull();
    expect(usualGapMinutes(days(1), start + 12 * HOUR)).toBeNull();
  });

  it('is short by day', () => {
    expect(usualGapMinutes(days(7), start + 7 * 24 * HOUR + 12 * HOUR)).toBe(10);
  });

  it('is long by night, so that nobody is woken by the usual calm', () => {
    expect(usualGapMinutes(days(7), start + 7 * 24 * HOUR + 3 * HOUR)).toBe(9 * 60 + 10);
  });
});
