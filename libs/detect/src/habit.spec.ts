import { describe, expect, it } from '@jest/globals';
import { COMMON_PEAK, Habit } from './habit.js';

function after(days: number, raw: number, alarm = false): Habit {
  const habit = new Habit();
  for (let minute = 0; minute < days * 1_440; minute++) habit.see(minute, raw, alarm);
  return habit;
}

describe('the habit of a topic', () => {
  it('is the mark that one half day in ten climbs above', () => {
    const habit = new Habit();
    let above = 0;
    for (let minute = 0; minute < 400 * 1_440; minute++) {
      // Half days whose highest score runs through 0.0, 0.1 ... 4.9 in a fixed disorder.
      const raw = ((Math.floor(minute / 720) * 17) % 50) / 10;
      if (minute > 200 * 1_440 && minute % 720 === 0 && raw > habit.peak) above++;
      habit.see(minute, raw, false);
    }
    expect(habit.peak).toBeGreaterThan(4);
    expect(above / 400).toBeCloseTo(0.1, 1);
  });

  it('falls for a calm topic and rises for a nervous one', () => {
    expect(after(60, 1).peak).toBeLessThan(COMMON_PEAK - 0.5);
    expect(after(60, 4.5).peak).toBeGreaterThan(COMMON_PEAK + 1);
  });

  it('is not learnt from alarms', () => {
    expect(after(40, 9, true).peak).toBe(COMMON_PEAK);
  });
});
