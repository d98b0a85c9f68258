import { describe, expect, it } from '@jest/globals';
import { Records } from './records.js';

/** A day that is over is no record for so many minutes of the next. */
const NIGHT = 6 * 60;

/** Days of evenly spread negatives, in thousandths a minute. */
function after(days: number, perMinute: number): { records: Records; minute: number } {
  const records = new Records();
  let minute = 0;
  for (; minute < days * 1_440; minute++) records.see(minute, perMinute, 60 * perMinute, false);
  return { records, minute };
}

describe('the records of a topic', () => {
  it('do not exist before three days', () => {
    expect(after(2, 100).records.above(1e6, 0)).toBeNull();
  });

  it('measure the last hour and the last six hours against the highest ever', () => {
    const { records } = after(4, 100);
    expect(records.above(6_000, 0)?.hour).toBeCloseTo(0);
    expect(records.above(2 * 6_000 + 3_000, 0)?.hour).toBeCloseTo(Math.log(2));
    expect(records.above(0, records.sixHourRecord + 3_000)?.sixHours).toBeGreaterThan(0.6);
  });

  it('rise by half at most in a day: one storm does not deafen the watch', () => {
    const { records, minute } = after(4, 100);
    const before = records.sixHourRecord;
    for (let i = 0; i < 1_440; i++) records.see(minute + i, 5_000, 300_000, false);
    expect(records.sixHourRecord).toBe(Math.round(before * 1.5));
  });

  it('are forgotten after four weeks', () => {
    const { records, minute } = after(4, 400);
    for (let i = 0; i < 29 * 1_440; i++) records.see(minute + i, 100, 6_000, false);
    expect(records.hourRecord).toBe(6_000);
  });

  it('do not hold the first evening of a storm against it when it goes on over midnight', () => {
    const { records, minute } = after(6, 100);
    const before = records.hourRecord;
    for (let i = 0; i < 1_440; i++) records.see(minute + i, 500, 30_000, i > 1_200);
    for (let i = 0; i < 300; i++) records.see(minute + 1_440 + i, 500, 30_000, true);
    expect(records.hourRecord).toBe(before);
    records.see(minute + 1_740, 100, 30_000, false);
    expect(records.hourRecord).toBeGreaterThan(before);
  });

  it('do not hold the evening before against what nobody has noticed yet, once a week is known', () => {
    const { records, minute } = after(8, 100);
    const before = records.hourRecord;
    for (let i = 0; i < 1_440 + NIGHT; i++) records.see(minute + i, 150, 9_000, false);
    expect(records.hourRecord).toBe(before);
    records.see(minute + 1_440 + NIGHT, 100, 9_000, false);
    expect(records.hourRecord).toBeGreaterThan(before);
  });

  it('have no day to spare before', () => {
    const { records, minute } = after(5, 100);
    const before = records.hourRecord;
    for (let i = 0; i < 1_440; i++) records.see(minute + i, 150, 9_000, false);
    expect(records.hourRecord).toBeGreaterThan(before);
  });

  it('hold it against a storm of several days: what stays becomes usual', () => {
    const { records, minute } = after(6, 100);
    const before = records.hourRecord;
    for (let i = 0; i < 2 * 1_440; i++) records.see(minute + i, 500, 30_000, true);
    expect(records.hourRecord).toBeGreaterThan(before);
  });

  it('take corrections while they count', () => {
    const { records, minute } = after(1, 100);
    const before = records.sixHourSum;
    records.correct(10, minute - 10, -100);
    expect(records.sixHourSum).toBe(before - 100);
    records.correct(500, minute - 500, -100);
    expect(records.sixHourSum).toBe(before - 100);
  });
});
