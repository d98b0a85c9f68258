import { describe, expect, it } from '@jest/globals';
import { createDetector, type Detector } from './detector.js';
import { liftAt, type PlannedPeak } from './planned-peaks.js';
import { aStorm, calmDays } from './testing/index.js';

const START = 23_000_000;
const DAYS = 10;
const END = START + DAYS * 1_440;

/** A brand known for ten days, with or without a match day entered beforehand. */
function known(peaks: readonly PlannedPeak[]): Detector {
  const detector = createDetector();
  detector.configure({ id: 1, rules: [], since: START, peaks });
  calmDays(detector, { from: START, days: DAYS, perHour: 60, share: 0.25 });
  return detector;
}
const match: PlannedPeak = { from: END, to: END + 120, multiple: 8 };
const highest = (changes: readonly { readonly level: number }[]) =>
  Math.max(0, ...changes.map(({ level }) => level));
/** Eight times as much as usual, in a somewhat rougher tone: fans are fans. */
const busy = { minutes: 120, perMinute: 8, share: 0.4 };

describe('what is expected in a planned peak', () => {
  it('is a multiple from its beginning, and comes down over the hour after its end', () => {
    const lift = (minute: number) => liftAt([match], minute);
    expect([END - 1, END, END + 119].map(lift)).toEqual([1, 8, 8]);
    expect(lift(END + 150)).toBeCloseTo(4.5);
    expect(lift(END + 180)).toBe(1);
  });

  it('is the highest where two meet', () => {
    expect(liftAt([match, { ...match, multiple: 3 }], END)).toBe(8);
  });

  it('is shown on the curve and in the numbers', () => {
    const usual = known([]).expectation(1, END, 60)?.expected ?? 0;
    expect(known([match]).expectation(1, END, 60)?.expected).toBeCloseTo(8 * usual);
    const [point] = known([match]).curve(1, END, END + 15, 15);
    expect(point?.expected).toBeCloseTo((8 * usual) / 4);
  });
});

describe('a match day', () => {
  it('that nobody entered calls people out', () => {
    expect(highest(aStorm(known([]), busy))).toBeGreaterThanOrEqual(3);
  });

  it('that was entered does not, nor while it fades', () => {
    const detector = known([match]);
    const changes = aStorm(detector, busy);
    expect(highest(changes)).toBeLessThan(3);
    for (const perMinute of [6, 4, 2]) {
      changes.push(...aStorm(detector, { minutes: 20, perMinute, share: 0.36 }));
    }
    expect(highest(changes)).toBeLessThan(3);
  });

  it('in which a storm breaks still calls: the tone is judged as ever', () => {
    const detector = known([match]);
    aStorm(detector, { ...busy, minutes: 30 });
    expect(
      highest(aStorm(detector, { minutes: 60, perMinute: 30, share: 0.8 })),
    ).toBeGreaterThanOrEqual(3);
  });

  it('is not learned as the usual of its hour', () => {
    const quiet = known([]);
    aStorm(quiet, { minutes: 1_440, perMinute: 1, share: 0.25 });
    const played = known([match]);
    aStorm(played, { ...busy, share: 0.25 });
    aStorm(played, { minutes: 1_320, perMinute: 1, share: 0.25 });
    const week = END + 7 * 1_440;
    const after = (detector: Detector) => detector.expectation(1, week, 60)?.expected ?? 0;
    expect(after(played)).toBeLessThan(1.15 * after(quiet));
  });

  it('says the same after a restart', () => {
    const live = known([match]);
    const before = live.snapshot(1);
    const restarted = createDetector();
    restarted.close(live.watermark);
    if (before) restarted.restore({ id: 1, rules: [], peaks: [match] }, before);
    const storm = { minutes: 60, perMinute: 30, share: 0.8 };
    expect(aStorm(restarted, storm)).toEqual(aStorm(live, storm));
  });

  it('entered while it runs counts from then on', () => {
    const detector = known([]);
    detector.configure({ id: 1, rules: [], peaks: [match] });
    expect(highest(aStorm(detector, busy))).toBeLessThan(3);
  });
});
