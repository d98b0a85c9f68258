import { describe, expect, it } from '@jest/globals';
import { median, quantile, ratioTable, spread } from './report.js';

describe('somebody who reads a measurement', () => {
  it('sees the middle of the rounds and how far they lie apart', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(spread([2_000, 1_000, 3_000])).toBe('2,000 (1,000–3,000)');
    expect(quantile([1, 2, 3, 4], 0.99)).toBe(4);
  });

  it('is told whether a goal was met, in either direction', () => {
    const lines = ratioTable([
      { what: 'rate', value: 0.49, goal: { atLeast: 0.5 } },
      { what: 'CPU', value: 2.9, goal: { atMost: 3 } },
      { what: 'for comparison', value: 1 },
    ]).split('\n');
    expect(lines[2]).toMatch(/0\.49 .* ≥ 0\.5 .*missed/);
    expect(lines[3]).toMatch(/2\.90 .* ≤ 3 .*met/);
    expect(lines[4]).not.toMatch(/met|missed/);
  });
});
