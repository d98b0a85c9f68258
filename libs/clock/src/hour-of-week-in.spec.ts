import { describe, expect, it } from '@jest/globals';
import { hourOfWeekIn } from './hour-of-week-in.js';

const minute = (iso: string) => Date.parse(iso) / 60_000;

describe('the hour of the week', () => {
  const berlin = hourOfWeekIn('Europe/Berlin');

  it('begins on Monday at midnight on the wall clock', () => {
    expect(berlin(minute('2026-11-22T23:00:00Z'))).toBe(0);
    expect(berlin(minute('2026-11-22T22:59:00Z'))).toBe(167);
  });

  it('follows the wall clock over the change to summer time', () => {
    expect(berlin(minute('2026-03-29T00:30:00Z'))).toBe(6 * 24 + 1);
    expect(berlin(minute('2026-03-29T01:30:00Z'))).toBe(6 * 24 + 3);
  });

  it('knows zones that are off by a quarter of an hour', () => {
    const kathmandu = hourOfWeekIn('Asia/Kathmandu');
    expect(kathmandu(minute('2026-11-22T18:14:00Z'))).toBe(167);
    expect(kathmandu(minute('2026-11-22T18:15:00Z'))).toBe(0);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => hourOfWeekIn('Mars/Olympus')).toThrow();
  });
});
