import { describe, expect, it } from '@jest/globals';
import { leastAbsolute, logistic } from './regress.js';

const line = Array.from({ length: 40 }, (_, x) => ({
  traits: [1, x],
  value: 3 + 2 * x,
  weight: 1,
}));

describe('learning from cases', () => {
  it('finds the line most of them lie on, whatever a giant does', () => {
    const [constant, slope] = leastAbsolute([
      ...line,
      { traits: [1, 20], value: 9_000, weight: 1 },
    ]);
    expect(constant).toBeCloseTo(3, 1);
    expect(slope).toBeCloseTo(2, 1);
  });
  it('lets a case count as often as its weight says', () => {
    const [middle] = leastAbsolute([
      { traits: [1], value: 0, weight: 1 },
      { traits: [1], value: 10, weight: 5 },
    ]);
    expect(middle).toBeCloseTo(10, 1);
  });
  it('says a chance as often as it happens', () => {
    const cases = Array.from({ length: 100 }, (_, at) => ({
      traits: [1, at % 2],
      value: at % 2 === 0 ? Number(at % 20 === 0) : Number(at % 20 < 11),
      weight: 1,
    }));
    const [even = 0, odd = 0] = logistic(cases);
    const chance = (sum: number): number => 1 / (1 + Math.exp(-sum));
    expect(chance(even)).toBeCloseTo(0.1, 2);
    expect(chance(even + odd)).toBeCloseTo(0.5, 2);
  });
});
