import { describe, expect, it } from '@jest/globals';
import { youthOf } from './youth.js';

const SIXTH_DAY = 135;

describe('what is unknown of a young topic', () => {
  it('is everything at first and nothing after a week', () => {
    expect(youthOf(0, null)).toBe(1);
    expect(youthOf(84, null)).toBeCloseTo(0.5);
    expect(youthOf(168, null)).toBe(0);
    expect(youthOf(900, { critics: 1, negatives: 90 })).toBe(0);
  });

  it('counts for nothing where a crowd criticises, each about once', () => {
    expect(youthOf(SIXTH_DAY, { critics: 20, negatives: 24 })).toBe(0);
  });

  it('stays where one robot is loud, where few people are, and where nobody knows who speaks', () => {
    const unknown = youthOf(SIXTH_DAY, null);
    expect(unknown).toBeGreaterThan(0.1);
    expect(youthOf(SIXTH_DAY, { critics: 1, negatives: 200 })).toBe(unknown);
    expect(youthOf(SIXTH_DAY, { critics: 7, negatives: 8 })).toBe(unknown);
    expect(youthOf(SIXTH_DAY, { critics: 10, negatives: 80 })).toBe(unknown);
  });
});
