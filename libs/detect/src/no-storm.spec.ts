import { describe, expect, it } from '@jest/globals';
import { createDetector } from './detector.js';
import type { Detector } from './detector.js';
import { aStorm, calmDays } from './testing/index.js';

const START = 23_000_000;

/** A brand known for five days, with ordinary critics who are different people. */
function known(perHour: number, share: number): Detector {
  const detector = createDetector();
  detector.configure({ id: 1, rules: [], since: START });
  calmDays(detector, { from: START, days: 5, perHour, share });
  return detector;
}

function highest(changes: readonly { readonly level: number }[]): number {
  return Math.max(0, ...changes.map(({ level }) => level));
}

/** So many critics an hour beside one who speaks in every minute. */
function critics(perHour: number): (minute: number) => object {
  return (minute) => {
    const another = Math.floor((minute * perHour) / 60);
    const spoke = another !== Math.floor(((minute - 1) * perHour) / 60);
    return { authors: spoke ? [7, 100 + another] : [7] };
  };
}

describe('what is loud but no storm', () => {
  it('one critic who does not stop calls nobody out, also where others criticise as usual', () => {
    const changes = aStorm(known(60, 0.2), { minutes: 120, perMinute: 2, detail: critics(12) });
    expect(highest(changes)).toBeLessThan(3);
  });

  it('the same volume by many people does', () => {
    const changes = aStorm(known(60, 0.2), { minutes: 120, perMinute: 2, detail: critics(60) });
    expect(highest(changes)).toBeGreaterThanOrEqual(3);
  });

  it('a surge of delight calls nobody out, up to a hundred times as loud as usual, nor while it fades', () => {
    for (const perMinute of [5, 15, 40]) {
      const detector = known(20, 0.28);
      const changes = aStorm(detector, { minutes: 120, perMinute, share: 0.1 });
      changes.push(...aStorm(detector, { minutes: 180, perMinute: perMinute / 5, share: 0.12 }));
      changes.push(...aStorm(detector, { minutes: 180, perMinute: 1, share: 0.2 }));
      expect(highest(changes)).toBeLessThan(3);
    }
  });
});
