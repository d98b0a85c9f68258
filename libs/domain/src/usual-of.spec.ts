import { describe, expect, it } from '@jest/globals';
import { usualOf } from './usual-of.js';

describe('what a reader is told to compare with', () => {
  it('is the expectation where the ratio was measured against it', () => {
    expect(usualOf({ observed: 96, expected: 31, ratio: 3.1 })).toEqual({
      value: 31,
      isFloor: false,
    });
  });
  it('is the floor where the expectation was smaller, so that the figures agree', () => {
    const usual = usualOf({ observed: 36, expected: 0.2, ratio: 12 });
    expect(usual).toEqual({ value: 3, isFloor: true });
  });
  it('is nothing before there is an expectation', () => {
    expect(usualOf({ observed: 36, expected: null, ratio: null })).toBeNull();
  });
});
