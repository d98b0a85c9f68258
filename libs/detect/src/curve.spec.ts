import { describe, expect, it } from '@jest/globals';
import { createDetector } from './detector.js';
import { aDelta, calmDays } from './testing/index.js';

const START = 23_000_000;

describe('the curve', () => {
  const detector = createDetector();
  detector.configure({ id: 1, rules: [], since: START });
  const now = calmDays(detector, { from: START, days: 3, perHour: 60, share: 0.5 });

  it('shows each bucket with what was expected in it', () => {
    const points = detector.curve(1, now - 60, now, 15);
    expect(points.map((point) => point.minute)).toEqual([now - 60, now - 45, now - 30, now - 15]);
    for (const { negative, total, expected, upper } of points) {
      expect(total).toBe(15);
      expect(negative).toBeGreaterThan(6);
      expect(expected).toBeCloseTo(7.5, 0);
      expect(upper).toBeGreaterThan(expected ?? 0);
    }
  });

  it('takes older minutes from the record, younger ones from memory, none twice', () => {
    const stored = [now - 300, now - 10].map((minute) => ({
      minute,
      total: 9,
      negPermille: 9_000,
      negCount: 9,
    }));
    const points = detector.curve(1, now - 300, now, 60, stored);
    expect(points[0]).toMatchObject({ total: 9, negative: 9 });
    expect(points[4]).toMatchObject({ total: 60 });
  });

  it('includes the open minute', () => {
    detector.fold(aDelta({ minute: now, total: 7, negPermille: 3_000 }));
    expect(detector.curve(1, now, now + 1, 1)).toMatchObject([{ total: 7, negative: 3 }]);
  });

  it('expects nothing before a baseline exists', () => {
    detector.configure({ id: 2, rules: [], since: now });
    expect(detector.curve(2, now, now + 5, 5)).toEqual([
      { minute: now, negative: 0, total: 0, expected: null, upper: null },
    ]);
    expect(detector.expectation(2, now, 60)).toBeNull();
  });
});
