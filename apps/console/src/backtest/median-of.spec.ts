import { describe, expect, it } from '@jest/globals';
import { medianOf } from './median-of.js';

describe('the middle', () => {
  it('is the middle one, or between the two', () => {
    expect([medianOf([]), medianOf([3, 1, 2]), medianOf([4, 1, 2, 3])]).toEqual([null, 2, 2.5]);
  });
});
