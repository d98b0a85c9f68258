import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, wallTime } from './wall-time.js';

const BERLIN = 'Europe/Berlin';

describe('times typed by somebody in Berlin', () => {
  it('are an hour ahead in winter and two in summer', () => {
    expect(instantOf('2026-11-22T14:00', BERLIN)).toBe('2026-11-22T13:00:00.000Z');
    expect(instantOf('2026-07-01T14:00', BERLIN)).toBe('2026-07-01T12:00:00.000Z');
  });
  it('are right on the day the clocks change', () => {
    expect(instantOf('2026-10-25T00:30', BERLIN)).toBe('2026-10-24T22:30:00.000Z');
    expect(instantOf('2026-10-25T12:00', BERLIN)).toBe('2026-10-25T11:00:00.000Z');
    expect(instantOf('2026-03-29T04:00', BERLIN)).toBe('2026-03-29T02:00:00.000Z');
  });
  it('may be no time at all', () => {
    expect(instantOf('', BERLIN)).toBeNull();
  });
  it('show again as they were typed, except in the hour that does not exist', () => {
    const hours = fc.integer({ min: 0, max: 24 * 365 * 5 });
    fc.assert(
      fc.property(hours, (hour) => {
        const iso = new Date(Date.UTC(2024, 0, 1) + hour * 3_600_000).toISOString();
        const wall = wallTime(iso, BERLIN);
        expect(wallTime(instantOf(wall, BERLIN) ?? '', BERLIN)).toBe(wall);
      }),
    );
  });
});
