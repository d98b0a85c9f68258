import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LookBack } from './look-back.js';
import { MinuteRing } from './ring.js';

const START = 23_000_000;

/** What happens to a ring: minutes with counts, left-out ones before them, and a correction now and then. */
const steps = fc.array(
  fc.record({
    skip: fc.oneof(
      { weight: 20, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.nat(300) },
    ),
    negPermille: fc.integer({ min: -500, max: 9_000 }),
    total: fc.integer({ min: -1, max: 9 }),
    correctAge: fc.option(fc.nat(127)),
  }),
  { minLength: 1, maxLength: 300 },
);

describe('the sums over the newest minutes', () => {
  it('say what walking back would say, whatever was left out and corrected', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const ring = new MinuteRing();
        let minute = START;
        for (const { skip, negPermille, total, correctAge } of list) {
          minute += 1 + skip;
          ring.push(minute, { negPermille, total, negCount: 0 }, 0);
          const corrected = minute - (correctAge ?? 0);
          if (correctAge !== null && ring.holds(corrected))
            ring.correct(corrected, { negPermille: 700, total: -1, negCount: 1 });
        }
        const walk = (minutes: number, at: (minute: number) => number): number =>
          Array.from({ length: minutes }, (_, age) => at(minute - age)).reduce((a, b) => a + b, 0);
        for (const minutes of [5, 10, 15, 20, 60] as const)
          expect(ring.newestNegatives(minutes)).toBe(walk(minutes, (at) => ring.negativeAt(at)));
        for (const minutes of [15, 60] as const)
          expect(ring.newestMentions(minutes)).toBe(walk(minutes, (at) => ring.totalAt(at)));
        const window = new LookBack();
        window.read(minute, ring, []);
        expect(window.fadingAtMost() + 1e-9).toBeGreaterThanOrEqual(window.fading());
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});
