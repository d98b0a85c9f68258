import { describe, expect, it } from '@jest/globals';
import { createDetector } from './detector.js';
import type { Detector } from './detector.js';
import { aStorm, calmDays } from './testing/index.js';

const MIDNIGHT = 16_000 * 1_440;
const BRAND = { id: 1, rules: [] };

/** A brand people always dislike, known for ten days, at an hour of its eleventh. */
function disliked(hour: number): Detector {
  const detector = createDetector();
  const since = MIDNIGHT - 10 * 1_440;
  detector.configure({ ...BRAND, since });
  calmDays(detector, { from: since, days: 10, perHour: 60, share: 0.6 });
  calmDays(detector, { from: MIDNIGHT, days: hour / 24, perHour: 60, share: 0.6 });
  return detector;
}

/** Two and a half times the usual criticism, in a tone hardly worse than usual: the record alone tells. */
function storm(detector: Detector, minutes: number, perMinute = 2): number[] {
  return Array.from({ length: minutes }, () => {
    aStorm(detector, { minutes: 1, perMinute, share: 0.75 });
    return detector.level(1);
  });
}

/** From the first minute of the alarm on. */
const standing = (levels: readonly number[]): number[] =>
  levels.slice(levels.findIndex((level) => level >= 3));

describe('a storm that goes on over midnight', () => {
  it('is not measured by its own first evening: the alarm stands as long as that of the same storm in the morning', () => {
    const inTheMorning = standing(storm(disliked(8), 8 * 60));
    const overNight = standing(storm(disliked(22), 8 * 60));
    expect(Math.min(...inTheMorning)).toBe(3);
    expect(overNight.length).toBeGreaterThan(6 * 60);
    expect(Math.min(...overNight)).toBe(3);
  });

  it('is found as early as by day when nobody has noticed it before midnight', () => {
    const foundAfter = (from: number): number =>
      storm(disliked(from), 5 * 60, 1.3).findIndex((level) => level >= 3);
    const byDay = foundAfter(9);
    expect(byDay).toBeGreaterThan(2 * 60);
    expect([foundAfter(22), foundAfter(23)]).toEqual([byDay, byDay]);
  });

  it('says the same when the server is restarted in the night', () => {
    const through = disliked(22);
    storm(through, 3 * 60);
    const snapshot = through.snapshot(1);
    if (snapshot === null) throw new Error('the topic is watched');
    const restarted = createDetector();
    restarted.restore(BRAND, structuredClone(snapshot));
    restarted.close(snapshot.last);
    expect(storm(restarted, 5 * 60)).toEqual(storm(through, 5 * 60));
    expect(restarted.snapshot(1)).toEqual(through.snapshot(1));
  });
});
