import { describe, expect, it } from '@jest/globals';
import { LEVELS } from '../level.js';
import { briefingRule } from './briefing-rule.js';
import { publicWithin } from './public-within.js';
import { nextStatusMs, statusEveryMinutes } from './status-cadence.js';

const T0 = 1_000_000_000_000;
const MINUTE = 60_000;

describe('the cadence of a crisis', () => {
  it('owes an update every two hours, hour and half hour, from level 3 on', () => {
    expect(LEVELS.map(statusEveryMinutes)).toEqual([null, null, null, 120, 60, 30, 30]);
  });

  it('brings the next update forward when the level rises', () => {
    expect(nextStatusMs(T0, 3)).toBe(T0 + 120 * MINUTE);
    expect(nextStatusMs(T0, 5)).toBe(T0 + 30 * MINUTE);
    expect(nextStatusMs(T0, 2)).toBeNull();
  });

  it('holds short briefings in which four people speak', () => {
    expect(briefingRule(2)).toBeNull();
    expect(briefingRule(4)).toEqual({
      everyMinutes: 60,
      aimMinutes: 5,
      endMinutes: 10,
      speakers: ['lead', 'community', 'unit', 'pr'],
    });
  });
});

describe('how soon the public hears from us', () => {
  it('an answer within the hour while the wind is low', () => {
    expect(publicWithin(0, null)).toMatchObject({ first: 'reply', firstMinutes: 60 });
    expect(publicWithin(3, 'B')).toMatchObject({ first: 'reply', firstMinutes: 60 });
  });

  it('a holding statement within the hour from level 4, a full one within four from level 5', () => {
    expect(publicWithin(4, 'A')).toMatchObject({ first: 'holding', fullMinutes: null });
    expect(publicWithin(5, 'A')).toMatchObject({ first: 'holding', fullMinutes: 240 });
  });

  it('a grave matter is treated as grave at any level', () => {
    for (const level of LEVELS.filter((one) => one < 5)) {
      expect(publicWithin(level, 'C')).toEqual(publicWithin(5, 'A'));
    }
  });

  it('half an hour at the top of the scale, then an update every two hours at least', () => {
    expect(publicWithin(6, 'A')).toMatchObject({ firstMinutes: 30, updateMinutes: 120 });
    expect(publicWithin(6, 'C')).toEqual(publicWithin(6, null));
  });

  it('never later for a higher level or a graver impact', () => {
    for (const impact of ['A', 'B', 'C'] as const) {
      for (const level of LEVELS.filter((one) => one < 6)) {
        const higher = LEVELS[level + 1] ?? 6;
        expect(publicWithin(higher, impact).firstMinutes).toBeLessThanOrEqual(
          publicWithin(level, impact).firstMinutes,
        );
      }
    }
  });
});
