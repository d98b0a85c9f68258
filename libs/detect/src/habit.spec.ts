import { describe, expect, it } from '@jest/globals';
import { COMMON_PEAK, Habit } from './habit.js';

function after(days: number, raw: number, alarm = false): Habit {
  const habit = new Habit();
  for (let minute = 0; minute < days * 1_440; minute++) habit.see(minute, raw, alarm);
  return habit;
}

describe('the habit of a topic', () => {
  it('is the usual peak of its score', () => {
    expect(after(40, 2.6).peak).toBeCloseTo(2.6, 1);
    expect(after(40, 0.9).peak).toBeCloseTo(0.9, 1);
  });

  it('is not learnt from alarms', () => {
    expect(after(40, 9, true).peak).toBe(COMMON_PEAK);
  });
});
