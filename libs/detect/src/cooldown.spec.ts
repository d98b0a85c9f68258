import { describe, expect, it } from '@jest/globals';
import { Cooldown } from './cooldown.js';
import { createDetector } from './detector.js';
import type { Detector } from './detector.js';
import type { Evaluation } from './evaluation.js';
import { aDelta, calmDays } from './testing/index.js';

const HOUR = 3_600_000;

describe('a topic after its alarm', () => {
  const rested = (): Cooldown => {
    const cooldown = new Cooldown();
    cooldown.see(0, 4);
    cooldown.see(HOUR, 3);
    cooldown.see(2 * HOUR, 2);
    return cooldown;
  };

  it('stays below an alarm while it rests, however often it comes back at the same height', () => {
    expect(rested().limit(3 * HOUR, 4, 2 * HOUR)).toBe(2);
    expect(rested().limit(3 * HOUR, 3, 2 * HOUR)).toBe(2);
  });

  it('passes with what rises above the height it had, and with what is no alarm', () => {
    expect(rested().limit(3 * HOUR, 5, 2 * HOUR)).toBe(5);
    expect(rested().limit(3 * HOUR, 1, 2 * HOUR)).toBe(1);
  });

  it('alarms again when its rest is over, or when nobody gave it one', () => {
    expect(rested().limit(4 * HOUR, 4, 2 * HOUR)).toBe(4);
    expect(rested().limit(2 * HOUR, 4, 0)).toBe(4);
    expect(new Cooldown().limit(0, 4, 2 * HOUR)).toBe(4);
  });
});

describe('two storms on one day', () => {
  const START = 23_000_000;
  const storm = (detector: Detector, from: number, perMinute: number): Evaluation[] => {
    const rows: Evaluation[] = [];
    for (let minute = from; minute < from + 60; minute++) {
      const negCount = perMinute;
      detector.fold(aDelta({ minute, total: perMinute, negPermille: 900 * negCount, negCount }));
      rows.push(...detector.close(minute));
    }
    return rows;
  };
  const alarmsOf = (rows: readonly Evaluation[]): number =>
    rows.filter(({ level, previous }) => level >= 3 && previous < 3).length;
  /** A storm, seven hours of rest, the same storm once more (over a restart), then a far higher one. */
  const day = (cooldownMinutes: number): readonly number[] => {
    const config = { id: 1, rules: [], cooldownMinutes };
    const detector = createDetector();
    detector.configure({ ...config, since: START });
    const begin = calmDays(detector, { from: START, days: 9, perHour: 30 });
    const first = storm(detector, begin, 1);
    const rest = calmDays(detector, { from: begin + 60, days: 7 / 24, perHour: 30 });
    const snapshot = detector.snapshot(1);
    const later = createDetector();
    if (snapshot !== null)
      later.restore(config, JSON.parse(JSON.stringify(snapshot)) as typeof snapshot);
    const second = storm(later, rest, 1);
    return [alarmsOf(first), alarmsOf(second), alarmsOf(storm(later, rest + 60, 90))];
  };

  it('alarm twice without a cooldown, once with one, and again when the second rises higher', () => {
    expect(day(0)).toEqual([1, 1, 0]);
    expect(day(24 * 60)).toEqual([1, 0, 1]);
  });
});
