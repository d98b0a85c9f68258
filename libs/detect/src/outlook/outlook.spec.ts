import { describe, expect, it } from '@jest/globals';
import type { Outlook, OutlookForecast } from '@sturmwarte/domain';
import { createDetector, type Detector } from '../detector.js';
import { aDelta, calmDays } from '../testing/index.js';

const MINUTE_MS = 60_000;
const MONDAY_MORNING = 29_000_000 - (29_000_000 % 10_080) + 4 * 1_440 + 9 * 60;

/** Calm days of a topic with 60 mentions an hour, then what the story says: negatives a minute. */
function afterCalmDays(negatives: readonly number[], { days = 5, perHour = 60 } = {}): Detector {
  const detector = createDetector({ reportFrom: 2 });
  detector.configure({ id: 1, rules: [], since: MONDAY_MORNING });
  const from = calmDays(detector, { from: MONDAY_MORNING, days, perHour });
  negatives.forEach((count, at) => {
    const minute = from + at;
    const total = Math.round(count * 1.2);
    if (total > 0) detector.fold(aDelta({ minute, total, negPermille: count * 1_000 }));
    detector.close(minute);
  });
  return detector;
}

function outlookOf(detector: Detector): Outlook | null {
  const now = (detector.watermark + 1) * MINUTE_MS;
  return detector.current(1, now)?.outlook ?? null;
}

function forecast(detector: Detector): OutlookForecast {
  const outlook = outlookOf(detector);
  if (outlook?.kind !== 'forecast') throw new Error(`no forecast: ${JSON.stringify(outlook)}`);
  return outlook;
}

/** `minutes` minutes in which what is said each minute goes evenly from one number to another, by the logarithm. */
function course(minutes: number, from: number, to: number): number[] {
  return Array.from({ length: minutes }, (_, at) =>
    Math.round(from * (to / from) ** (at / Math.max(1, minutes - 1))),
  );
}

describe('the outlook of an alert', () => {
  it('sees more coming while a storm doubles, and the peak ahead', () => {
    const storm = forecast(afterCalmDays(course(90, 1, 12)));
    const lastHour = course(90, 1, 12)
      .slice(-60)
      .reduce((sum, count) => sum + count, 0);
    expect(storm.phase).toBe('rising');
    expect(storm.hour.expected).toBeGreaterThan(lastHour);
    expect(storm.doublingMinutes).toBeLessThan(60);
    expect(storm.peak.passed).toBeLessThan(0.5);
    expect(Date.parse(storm.peak.to)).toBeGreaterThan(Date.parse(storm.peak.at) - 1);
  });

  it('looks ahead from a closed minute the same, whatever has come in after it', () => {
    const outlooks = [0, 50].map((later) => {
      const detector = afterCalmDays(course(30, 1, 6));
      const minute = detector.watermark + 1;
      detector.fold(aDelta({ minute, total: 8, negPermille: 7_000 }));
      if (later > 0)
        detector.fold(aDelta({ minute: minute + 1, total: later, negPermille: 1_000 * later }));
      return detector.close(minute)[0]?.outlook;
    });
    expect(outlooks[0]).toMatchObject({ kind: 'forecast' });
    expect(outlooks[1]).toEqual(outlooks[0]);
  });

  it('sees less coming when a storm dies down, and the peak behind', () => {
    const negatives = [...course(60, 2, 12), ...course(90, 12, 2)];
    const detector = afterCalmDays(negatives);
    const storm = forecast(detector);
    const lastHour = negatives.slice(-60).reduce((sum, count) => sum + count, 0);
    expect(storm.phase).toBe('falling');
    expect(storm.hour.expected).toBeLessThan(0.7 * lastHour);
    expect(storm.sixHours.expected).toBeLessThan(3 * lastHour);
    expect(storm.peak.passed).toBeGreaterThan(0.5);
    expect(Date.parse(storm.peak.at)).toBeLessThan((detector.watermark + 1) * MINUTE_MS);
  });

  it('is less sure of six hours than of one, and of a storm that has only just begun', () => {
    const width = ({ low, high }: { low: number; high: number }): number =>
      Math.log((high + 3) / (low + 3));
    const fresh = forecast(afterCalmDays(course(12, 1, 6)));
    const long = forecast(afterCalmDays(course(300, 6, 6)));
    expect(width(fresh.hour)).toBeGreaterThan(width(long.hour));
    expect(width(long.sixHours)).toBeGreaterThan(width(long.hour));
  });

  it('keeps its numbers in order', () => {
    const {
      hour,
      sixHours,
      course: steps,
      peak,
      nextLevel,
    } = forecast(afterCalmDays(course(40, 2, 20)));
    for (const band of [hour, sixHours, peak.negatives, ...steps]) {
      expect(band.low).toBeLessThanOrEqual(band.expected);
      expect(band.high).toBeGreaterThanOrEqual(band.expected);
    }
    expect(sixHours.expected).toBeGreaterThanOrEqual(hour.expected);
    expect(nextLevel?.chance).toBeGreaterThan(0);
    expect(nextLevel?.chance).toBeLessThan(1);
    expect(steps.map(({ minute }) => minute)).toEqual(
      [...steps.map(({ minute }) => minute)].sort(),
    );
  });

  it('gives the next level more of a chance the faster the storm grows', () => {
    const slow = forecast(afterCalmDays(course(120, 3, 3))).nextLevel;
    const fast = forecast(afterCalmDays(course(60, 1, 6))).nextLevel;
    expect(fast?.chance ?? 0).toBeGreaterThan(slow?.chance ?? 1);
  });

  it('expects less at night of the same storm, where this topic sleeps at night', () => {
    const atHour = (hour: number): OutlookForecast => {
      const detector = createDetector({ reportFrom: 2 });
      const start = MONDAY_MORNING - 9 * 60;
      detector.configure({ id: 1, rules: [], since: start });
      const end = start + 5 * 1_440 + hour * 60;
      for (let minute = start; minute < end; minute++) {
        const awake = Math.floor(minute / 60) % 24 >= 8;
        const total = minute % 2 === 0 && awake ? 3 : minute % 30 === 0 ? 1 : 0;
        const negPermille = minute % 4 === 0 && awake ? 1_000 : 0;
        if (total > 0) detector.fold(aDelta({ minute, total, negPermille }));
        detector.close(minute);
      }
      for (let minute = end; minute < end + 60; minute++) {
        detector.fold(aDelta({ minute, total: 6, negPermille: 5_000 }));
        detector.close(minute);
      }
      return forecast(detector);
    };
    const evening = atHour(22);
    const morning = atHour(13);
    expect(evening.sixHours.expected).toBeLessThan(morning.sixHours.expected);
  });

  it('says that there is not enough to say of a topic watched since yesterday evening', () => {
    const detector = afterCalmDays(course(60, 2, 20), { days: 0.7 });
    expect(outlookOf(detector)).toEqual({ kind: 'unknown', gap: 'new-topic' });
  });

  it('says so when nothing is left to judge by, though the level still holds', () => {
    const detector = afterCalmDays([...course(40, 2, 30), ...Array<number>(150).fill(0)]);
    expect(detector.level(1)).toBeGreaterThanOrEqual(2);
    expect(outlookOf(detector)).toEqual({ kind: 'unknown', gap: 'few-mentions' });
  });

  it('says so while a source is silent', () => {
    const detector = afterCalmDays(course(40, 2, 20));
    detector.setIncomplete(true);
    expect(outlookOf(detector)).toEqual({ kind: 'unknown', gap: 'silent-source' });
  });

  it('is not asked for a calm topic', () => {
    expect(outlookOf(afterCalmDays([0, 1, 0]))).toBeNull();
  });

  it('says the same whether it is asked live or by the closing minute', () => {
    const detector = afterCalmDays(course(40, 2, 20));
    const minute = detector.watermark + 1;
    detector.fold(aDelta({ minute, total: 20, negPermille: 20_000 }));
    const live = detector.current(1, (minute + 1) * MINUTE_MS - 1)?.outlook;
    const [closed] = detector.close(minute);
    const hour = (one: Outlook | null | undefined): number =>
      one?.kind === 'forecast' ? one.hour.expected : NaN;
    expect(hour(closed?.outlook)).toBeCloseTo(hour(live), 6);
  });

  it('does not know whether a further channel joins in, and says so', () => {
    const detector = createDetector({ reportFrom: 2 });
    detector.configure({ id: 1, rules: [], since: MONDAY_MORNING });
    let minute = calmDays(detector, { from: MONDAY_MORNING, days: 5, perHour: 60 });
    const heard = (channels: number, total: number): void => {
      detector.fold(aDelta({ minute, total, negPermille: total * 900, channels }));
      detector.close(minute++);
    };
    for (let at = 0; at < 10; at++) heard(at % 2 === 0 ? 1 : 2, 1);
    for (let at = 0; at < 120; at++) detector.close(minute++);
    for (let at = 0; at < 40; at++) heard(1, 20);
    const { nextLevel } = forecast(detector);
    expect(nextLevel).toEqual({
      ...{ level: 4, withinMinutes: 60 },
      ...{ chance: null, waitsFor: 'channels' },
    });
  });
});
