import { describe, expect, it } from '@jest/globals';
import { anAlert, anEvidence } from '../testing/builders.js';
import { courseOf, peakOf } from './course.js';

const point = (minute: number, negative: number, expected: number | null) => ({
  minute,
  negative,
  total: negative * 2,
  expected,
  upper: expected,
});

describe('the course of an alert', () => {
  it('draws the threshold as the expectation times what the ratio asked for', () => {
    const curve = { bucket: 15, points: [point(0, 4, 5), point(15, 40, null)] };
    const course = courseOf(curve, anAlert());
    expect(course.threshold).toEqual([15, null]);
    expect(course.minutes).toEqual([0, 900]);
    expect(peakOf(course)).toEqual({ at: 900, value: 40 });
  });
  it('lifts a tiny expectation to the floor the ratio was measured against', () => {
    const evidence = anEvidence({ observed: 36, expected: 0.2, ratio: 12 });
    const course = courseOf({ bucket: 15, points: [point(0, 4, 0.05)] }, anAlert({ evidence }));
    expect(course.threshold).toEqual([2.25]);
  });
  it('has no threshold when a plain rule fired', () => {
    const evidence = anEvidence({ signals: [] });
    expect(
      courseOf({ bucket: 15, points: [point(0, 4, 5)] }, anAlert({ evidence })).threshold,
    ).toEqual([null]);
  });
});
