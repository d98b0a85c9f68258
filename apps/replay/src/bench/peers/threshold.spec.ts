import { describe, expect, it } from '@jest/globals';
import { ruleNumber } from './threshold.js';

describe('the number a plain rule asks for', () => {
  it('is met by the last of the angry ones and by nobody before', () => {
    for (const probability of [0.936, 0.959, 1]) {
      const number = ruleNumber(probability, 51) ?? NaN;
      expect(Math.round(50 * probability)).toBeLessThan(number);
      expect(Math.round(51 * probability)).toBe(number);
    }
  });

  it('does not exist where the last one makes no difference', () => {
    expect(ruleNumber(0.01, 51)).toBeNull();
    expect(ruleNumber(0.2, 51)).toBeNull();
    expect(ruleNumber(0, 51)).toBeNull();
  });
});
