import { describe, expect, it } from '@jest/globals';
import { aForecast, anAlert, anEvidence } from '../testing/builders.js';
import { courseOf, peakOf } from './course.js';
import { rowsOf } from './course-rows.js';

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
  it('keeps the threshold it rose above when the alert has eased and asks for nothing', () => {
    const ratio = (threshold: number) =>
      anEvidence({ signals: [{ name: 'ratio', state: 'met', value: 9, threshold }] });
    const curve = { bucket: 15, points: [point(0, 4, 5)] };
    const eased = anAlert({ level: 1, evidence: ratio(0) });
    expect(courseOf(curve, eased, ratio(6)).threshold).toEqual([30]);
    expect(courseOf(curve, eased).threshold).toEqual([null]);
  });
  it('has no threshold when a plain rule fired', () => {
    const evidence = anEvidence({ signals: [] });
    expect(
      courseOf({ bucket: 15, points: [point(0, 4, 5)] }, anAlert({ evidence })).threshold,
    ).toEqual([null]);
  });
  it('goes on into the outlook of an open alert, and not of a closed one', () => {
    const evidence = anEvidence({ outlook: aForecast() });
    const noon = Date.parse(evidence.at) / 60_000;
    const curve = { bucket: 15, points: [point(noon - 15, 30, 5), point(noon, 9, 5)] };
    const course = courseOf(curve, anAlert({ evidence }));
    const rows = rowsOf(course);
    expect(rows.map(({ at }) => at / 60 - noon)).toEqual([-15, 0, 345]);
    expect(rows.map(({ negative }) => negative)).toEqual([30, 9, null]);
    expect(rows.map(({ ahead }) => ahead?.expected ?? null)).toEqual([null, 40, 20]);
    expect(peakOf(course).value).toBe(30);
    expect(courseOf(curve, anAlert({ evidence, state: 'closed' })).ahead).toEqual([]);
  });
  it('draws the outlook as wide as the buckets of the course', () => {
    const evidence = anEvidence({ outlook: aForecast() });
    const [first] = courseOf({ bucket: 30, points: [] }, anAlert({ evidence })).ahead;
    expect(first).toMatchObject({ expected: 80, low: 60, high: 104 });
  });
});
