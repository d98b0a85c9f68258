import { describe, expect, it } from '@jest/globals';
import { trendBetween } from './trend-between.js';

describe('the trend', () => {
  it('is steady while chance explains the difference', () => {
    expect([trendBetween(0, 2), trendBetween(100, 110), trendBetween(100, 90)]).toEqual([
      'steady',
      'steady',
      'steady',
    ]);
  });

  it('rises and eases beyond chance', () => {
    expect([trendBetween(0, 3), trendBetween(100, 120), trendBetween(100, 80)]).toEqual([
      'rising',
      'rising',
      'easing',
    ]);
  });
});
