import { describe, expect, it } from '@jest/globals';
import { NO_TONE } from '@sturmwarte/domain';
import { createDetector } from './detector.js';
import type { Detector } from './detector.js';
import { aDelta } from './testing/index.js';

const START = 29_000_000 - (29_000_000 % 10_080);
const DAY = 1_440;

/** Ordinary days: one mention in two minutes, a fifth of them negative, a third of them kind. */
function ordinaryDays(detector: Detector, days: number): void {
  detector.configure({ id: 1, rules: [] });
  for (let minute = START; minute < START + days * DAY; minute++) {
    const turn = minute - START;
    if (turn % 2 === 0) {
      const negative = turn % 10 === 0;
      const tone = { ...NO_TONE, judged: 1, praise: turn % 6 === 2 ? 1 : 0 };
      detector.fold(
        aDelta({
          minute,
          total: 1,
          negPermille: negative ? 900 : 100,
          negCount: negative ? 1 : 0,
          tone,
        }),
      );
    }
    detector.close(minute);
  }
}

interface Crowd {
  readonly minutes: number;
  readonly perMinute: number;
  readonly negatives: number;
  readonly praise: number;
}

function aCrowd(detector: Detector, { minutes, perMinute, negatives, praise }: Crowd): void {
  const from = detector.watermark + 1;
  for (let minute = from; minute < from + minutes; minute++) {
    const tone = { ...NO_TONE, judged: perMinute, praise };
    const negPermille = negatives * 900 + (perMinute - negatives) * 50;
    detector.fold(aDelta({ minute, total: perMinute, negPermille, negCount: negatives, tone }));
    detector.close(minute);
  }
}

const now = (detector: Detector) => detector.current(1, (detector.watermark + 1) * 60_000);

function aTopic(days = 8): Detector {
  const detector = createDetector();
  ordinaryDays(detector, days);
  return detector;
}
const DELIGHT: Crowd = { minutes: 90, perMinute: 20, negatives: 1, praise: 15 };

describe('a wave of support', () => {
  it('is noted with its numbers when many speak, and kindly', () => {
    const detector = aTopic();
    const from = detector.watermark + 1;
    aCrowd(detector, DELIGHT);
    const praise = now(detector)?.praise;
    // Fifty-nine minutes of it, and the one that has just begun.
    expect(praise?.mentions).toBe(1_180);
    expect(praise?.share).toBe(0.75);
    expect(praise?.usualMentions).toBeCloseTo(30, 0);
    expect(praise?.usualShare).toBeCloseTo(1 / 3, 1);
    expect(praise?.since).toBeGreaterThanOrEqual(from);
    expect(praise?.since).toBeLessThan(from + 15);
  });

  it('is no alarm, however loud it is', () => {
    const detector = aTopic();
    for (const perMinute of [20, 100, 500]) {
      aCrowd(detector, {
        minutes: 60,
        perMinute,
        negatives: perMinute * 0.1,
        praise: perMinute * 0.7,
      });
      expect(detector.level(1)).toBeLessThan(3);
    }
  });

  it('does not hide a storm: where the angry are more than usual, kind words do not count', () => {
    const detector = aTopic();
    aCrowd(detector, { minutes: 60, perMinute: 40, negatives: 20, praise: 18 });
    expect(now(detector)?.praise).toBeNull();
    expect(detector.level(1)).toBeGreaterThanOrEqual(3);
  });

  it('ends when anger follows, and the storm is seen', () => {
    const detector = aTopic();
    aCrowd(detector, DELIGHT);
    aCrowd(detector, { minutes: 60, perMinute: 40, negatives: 36, praise: 1 });
    expect(now(detector)?.praise).toBeNull();
    expect(detector.level(1)).toBeGreaterThanOrEqual(3);
  });

  it('is not seen in many neutral words: a headline is no applause', () => {
    const detector = aTopic();
    aCrowd(detector, { ...DELIGHT, praise: 4 });
    expect(now(detector)?.praise).toBeNull();
  });

  it('is not seen in the usual loud hour of every day', () => {
    const detector = createDetector();
    detector.configure({ id: 1, rules: [] });
    for (let minute = START; minute < START + 5 * DAY; minute++) {
      const evening = minute % DAY >= 1_200 && minute % DAY < 1_260;
      const total = evening ? 4 : minute % 10 === 0 ? 1 : 0;
      const tone = { ...NO_TONE, judged: total, praise: evening ? 2 : 0 };
      if (total > 0)
        detector.fold(aDelta({ minute, total, negPermille: total * 100, negCount: 0, tone }));
      detector.close(minute);
      if (minute > START + 3 * DAY) expect(now(detector)?.praise).toBeNull();
    }
  });

  it('is not seen on the first day: nobody knows what is usual', () => {
    const detector = aTopic(0.5);
    aCrowd(detector, DELIGHT);
    expect(now(detector)?.praise).toBeNull();
  });

  it('is over when people have calmed down', () => {
    const detector = aTopic();
    aCrowd(detector, DELIGHT);
    aCrowd(detector, { minutes: 90, perMinute: 1, negatives: 0, praise: 0 });
    expect(now(detector)?.praise).toBeNull();
  });

  it('goes on after a restart, with the time it began', () => {
    const detector = aTopic();
    aCrowd(detector, DELIGHT);
    const kept = JSON.parse(JSON.stringify(detector.snapshot(1))) as NonNullable<
      ReturnType<Detector['snapshot']>
    >;
    const restored = createDetector();
    restored.restore({ id: 1, rules: [] }, kept);
    restored.close(detector.watermark);
    expect(now(restored)).toEqual(now(detector));
  });
});
