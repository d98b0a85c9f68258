import { describe, expect, it } from '@jest/globals';
import { readRules, writeRules } from './draft-rules.js';

describe('rules of a draft in an address', () => {
  it('come back as they were', () => {
    const rules = [
      { id: 'r1', negatives: 20, minutes: 10, level: 3 as const },
      { id: 'r2', negatives: 51, minutes: 5, level: 4 as const },
    ];
    expect(readRules(writeRules(rules))).toEqual(rules);
    expect(readRules(writeRules([]))).toEqual([]);
    expect(readRules(undefined)).toBeNull();
  });

  it('are left out when nobody can have meant them', () => {
    expect(readRules('20-10')).toBeNull();
    expect(readRules('0-10-3_5-5-3')).toBeNull();
  });
});
