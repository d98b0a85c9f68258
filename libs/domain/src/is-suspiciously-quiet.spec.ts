import { describe, expect, it } from '@jest/globals';
import { isSuspiciouslyQuiet } from './is-suspiciously-quiet.js';

const MINUTE = 60_000;
const after = (minutes: number, pace: number | null, limit: number | null) =>
  isSuspiciouslyQuiet(0, pace, limit, minutes * MINUTE);

describe('a source that breaks off', () => {
  it('is suspicious after ten times its pace, three minutes at least', () => {
    expect([after(2, 0.01, null), after(4, 0.01, null)]).toEqual([false, true]);
    expect([after(15, 2, null), after(25, 2, null)]).toEqual([false, true]);
  });

  it('is no longer suspicious where its rhythm decides', () => {
    expect([after(80, 1, 90), after(91, 1, 90)]).toEqual([true, false]);
    expect(after(61, 1, null)).toBe(false);
  });

  it('is not suspicious while too little is known', () => {
    expect(after(30, null, 90)).toBe(false);
    expect(isSuspiciouslyQuiet(null, 1, 90, 30 * MINUTE)).toBe(false);
  });
});
