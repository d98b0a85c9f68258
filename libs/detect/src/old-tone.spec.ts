import { describe, expect, it } from '@jest/globals';
import { createDetector } from './detector.js';
import type { Detector } from './detector.js';
import { aStorm, calmDays } from './testing/index.js';

const START = 23_000_000;
const AN_HOUR = 600;
const BURST = 24;

function highest(changes: readonly { readonly level: number }[]): number {
  return Math.max(0, ...changes.map(({ level }) => level));
}

/** A much talked-of brand of changing moods, known for three weeks; two in five have been negative for six hours. */
function onABadDay(): Detector {
  const detector = createDetector();
  detector.configure({ id: 1, rules: [], since: START });
  let from = START;
  for (let day = 0; day < 21; day++) {
    for (const share of [0.1, 0.3, 0.15, 0.35]) {
      from = calmDays(detector, { from, days: 0.25, perHour: AN_HOUR, share });
    }
  }
  calmDays(detector, { from, days: 0.25, perHour: AN_HOUR, share: 0.4 });
  expect(detector.level(1)).toBeLessThan(2);
  return detector;
}

describe('a burst on a bad day', () => {
  it('calls nobody out when it is told in the tone of the hours before: that is news', () => {
    const changes = aStorm(onABadDay(), { minutes: 60, perMinute: BURST, share: 0.4 });
    expect(highest(changes)).toBeLessThan(3);
  });

  it('does when it brings a worse tone along', () => {
    const changes = aStorm(onABadDay(), { minutes: 60, perMinute: BURST, share: 0.65 });
    expect(highest(changes)).toBeGreaterThanOrEqual(3);
  });

  it('is not let down by its own tone while the alarm stands', () => {
    const detector = onABadDay();
    aStorm(detector, { minutes: 60, perMinute: BURST, share: 0.65 });
    const on = aStorm(detector, { minutes: 240, perMinute: BURST, share: 0.65 });
    expect(Math.min(3, ...on.map(({ level }) => level))).toBe(3);
  });
});
