import { describe, expect, it } from '@jest/globals';
import { BACKFILL_MS, countingMinute, LATENESS_MS } from './counting-minute.js';
import { sourceState } from './source.js';

const NOW = Date.parse('2026-03-05T02:00:30.000Z');
const MINUTE = 60_000;
const feed = { active: true, silentAfterMinutes: null };

describe('a source that falls silent', () => {
  it('is named silent beyond three times its usual gap', () => {
    const rhythm = { usualGapMinutes: 8 };
    expect(sourceState(feed, NOW - 20 * MINUTE, rhythm, NOW)).toBe('ok');
    expect(sourceState(feed, NOW - 25 * MINUTE, rhythm, NOW)).toBe('silent');
  });

  it('is not accused before its rhythm is known', () => {
    expect(sourceState(feed, NOW - 600 * MINUTE, { usualGapMinutes: null }, NOW)).toBe('ok');
    expect(sourceState(feed, null, { usualGapMinutes: null }, NOW)).toBe('new');
  });

  it('obeys the limit its owner set', () => {
    const strict = { active: true, silentAfterMinutes: 5 };
    expect(sourceState(strict, NOW - 6 * MINUTE, { usualGapMinutes: 60 }, NOW)).toBe('silent');
  });
});

describe('the minute a mention counts in', () => {
  const own = Math.floor(NOW / MINUTE);

  it('is its own when it comes on time', () => {
    expect(countingMinute(NOW - LATENESS_MS, NOW)).toEqual({
      minute: own - 2,
      late: false,
      backfill: false,
    });
  });

  it('is the minute of arrival when it comes late', () => {
    expect(countingMinute(NOW - 30 * MINUTE, NOW)).toEqual({
      minute: own,
      late: true,
      backfill: false,
    });
  });

  it('is its own old minute in a back-fill, which raises no alarm', () => {
    expect(countingMinute(NOW - BACKFILL_MS - MINUTE, NOW)).toMatchObject({ backfill: true });
  });

  it('never lies in the future', () => {
    expect(countingMinute(NOW + 5 * MINUTE, NOW).minute).toBe(own);
  });
});
