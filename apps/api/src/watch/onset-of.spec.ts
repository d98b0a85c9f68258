import { describe, expect, it } from '@jest/globals';
import { onsetOf } from './onset-of.js';

const curve = (...negatives: number[]) =>
  negatives.map((negative, n) => ({
    minute: n * 15,
    negative,
    total: negative,
    expected: 2,
    upper: 4,
  }));

describe('where unrest began', () => {
  it('is its first bucket above the usual', () => {
    expect(onsetOf(curve(9, 2, 3, 2, 8, 20, 40))).toBe(60);
  });

  it('one calm bucket does not end it', () => {
    expect(onsetOf(curve(1, 1, 9, 2, 20))).toBe(30);
  });

  it('is unknown when nothing stands out', () => {
    expect(onsetOf(curve(1, 2, 3))).toBeNull();
  });
});
