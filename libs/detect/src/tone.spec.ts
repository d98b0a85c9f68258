import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NO_TONE, type ToneCounts } from '@sturmwarte/domain';
import { createDetector } from './detector.js';
import type { Detector } from './detector.js';
import type { Evaluation } from './evaluation.js';
import { aDelta, aStorm, calmDays } from './testing/index.js';
import { addTones, toneShare, ToneSketch } from './tone.js';

const START = 29_000_000 - (29_000_000 % 10_080);

/** A hurricane by its numbers; what is said in it is the story. */
const PER_MINUTE = 40;
function aHurricane(detector: Detector, tone?: (minute: number) => ToneCounts): Evaluation[] {
  return aStorm(detector, {
    minutes: 90,
    perMinute: PER_MINUTE,
    detail: (minute) => (tone === undefined ? {} : { tone: tone(minute) }),
  });
}
function aQuietTopic(): Detector {
  const detector = createDetector();
  detector.configure({ id: 1, rules: [] });
  calmDays(detector, { from: START, days: 8, perHour: 30 });
  return detector;
}
const heard = (share: Partial<ToneCounts>) => (): ToneCounts => ({
  ...NO_TONE,
  judged: PER_MINUTE,
  ...share,
});
/** What the mentions of a minute of a storm say. */
const said = (tone: Partial<ToneCounts>) => () => ({ tone: { ...NO_TONE, ...tone } });
const signal = (evaluation: Evaluation | null, name: string) =>
  evaluation?.signals.find((one) => one.name === name);

describe('how a storm speaks', () => {
  it('holds no level down by what the word lists did not hear', () => {
    const detector = aQuietTopic();
    aHurricane(detector, heard({}));
    expect(detector.level(1)).toBe(6);
  });

  it('is a storm with less volume when many call others to act', () => {
    const plain = { ...NO_TONE, judged: 2 };
    const highest = [plain, { ...plain, calls: 1 }].map((tone) => {
      const detector = aQuietTopic();
      const changes = aStorm(detector, {
        minutes: 90,
        perMinute: 2,
        share: 0.65,
        detail: () => ({ tone }),
      });
      return Math.max(...changes.map(({ level }) => level));
    });
    expect(highest).toEqual([4, 5]);
  });

  it('does not hold it down where nobody listened: unknown is never unmet', () => {
    const detector = aQuietTopic();
    aHurricane(detector);
    expect(detector.level(1)).toBe(6);
    expect(signal(detector.current(1, detector.watermark * 60_000), 'calls')).toMatchObject({
      state: 'unknown',
      value: null,
    });
  });

  it('tells both shares with what they need in the evidence', () => {
    const detector = aQuietTopic();
    const [rise] = aHurricane(detector, heard({ calls: 2 })).filter(({ level }) => level >= 3);
    expect(signal(rise ?? null, 'calls')).toMatchObject({ state: 'met', threshold: 0.05 });
    expect(signal(rise ?? null, 'calls')?.value).toBeCloseTo(0.05);
    expect(signal(rise ?? null, 'aggression')).toMatchObject({ state: 'unmet', value: 0 });
  });

  it('goes on after a restart as if nothing had happened', () => {
    const [first, second] = [aQuietTopic(), aQuietTopic()];
    for (const detector of [first, second]) {
      aStorm(detector, { minutes: 10, perMinute: 8, detail: said({ judged: 8, calls: 2 }) });
    }
    const kept = JSON.parse(JSON.stringify(second.snapshot(1))) as NonNullable<
      ReturnType<Detector['snapshot']>
    >;
    const restored = createDetector();
    restored.restore({ id: 1, rules: [] }, kept);
    restored.close(second.watermark);
    const now = (first.watermark + 1) * 60_000;
    expect(restored.current(1, now)).toEqual(first.current(1, now));
    expect(signal(restored.current(1, now), 'calls')?.value).toBeCloseTo(0.25);
  });

  it('takes back what an erased mention had called for', () => {
    const detector = aQuietTopic();
    aStorm(detector, { minutes: 5, perMinute: 10, detail: said({ judged: 10, calls: 1 }) });
    const minute = detector.watermark;
    const gone = { judged: -1, aggressive: 0, calls: -1, praise: 0 };
    detector.fold(
      aDelta({ minute, total: -1, negPermille: -850, negCount: -1, correction: true, tone: gone }),
    );
    expect(signal(detector.current(1, minute * 60_000), 'calls')?.value).toBeCloseTo(4 / 49);
  });

  it('hears the record again where corrections were missed', () => {
    const detector = aQuietTopic();
    aStorm(detector, { minutes: 3, perMinute: 10, detail: said({ judged: 10, calls: 1 }) });
    const at = detector.watermark;
    const counts = { total: 10, negPermille: 8_500, negCount: 9 };
    const tone = { ...NO_TONE, judged: 10 };
    detector.amend(
      1,
      [at - 2, at - 1, at].map((minute) => ({ minute, ...counts, tone })),
    );
    expect(signal(detector.current(1, at * 60_000), 'calls')?.value).toBe(0);
  });
});

describe('the sketch of tones', () => {
  const SOME: ToneCounts = { judged: 10, aggressive: 1, calls: 2, praise: 3 };

  it('forgets what is older than an hour', () => {
    const sketch = new ToneSketch();
    sketch.hear(1_000, SOME);
    for (let minute = 1_001; minute < 1_060; minute++) sketch.hear(minute, null);
    expect(sketch.hour(1_059, [])).toEqual(SOME);
    sketch.hear(1_060, null);
    expect(sketch.hour(1_060, [])).toEqual(NO_TONE);
  });

  it('takes a gap for silence, however long', () => {
    const sketch = new ToneSketch();
    sketch.hear(1_000, SOME);
    sketch.hear(9_000, SOME);
    expect(sketch.hour(9_000, [])).toEqual(SOME);
    sketch.hear(9_040, SOME);
    expect(sketch.hour(9_040, []).judged).toBe(20);
  });

  it('knows of the newest hour what its minutes say, whatever was left out and corrected', () => {
    const tones = fc.record({
      judged: fc.nat(9),
      aggressive: fc.nat(5),
      calls: fc.nat(5),
      praise: fc.nat(5),
    });
    const steps = fc.array(
      fc.record({
        skip: fc.oneof(
          { weight: 20, arbitrary: fc.constant(0) },
          { weight: 1, arbitrary: fc.nat(300) },
        ),
        tone: fc.option(tones),
        age: fc.nat(140),
        by: fc.option(tones),
      }),
      { minLength: 1, maxLength: 200 },
    );
    fc.assert(
      fc.property(steps, (list) => {
        const sketch = new ToneSketch();
        let minute = 1_000;
        for (const { skip, tone, age, by } of list) {
          minute += 1 + skip;
          sketch.hear(minute, tone);
          if (by !== null) sketch.correct(minute - age, by);
          let walked = NO_TONE;
          for (let back = 0; back < 60; back++) walked = addTones(walked, sketch.at(minute - back));
          expect(sketch.hour(minute, [])).toEqual(walked);
        }
        const again = new ToneSketch();
        again.takeOver(sketch.last, sketch.counts);
        expect(again.hour(minute, [])).toEqual(sketch.hour(minute, []));
      }),
      { numRuns: 50 },
    );
  });

  it('tells no share from a handful of mentions', () => {
    expect(toneShare({ ...SOME, judged: 19 }, 'calls')).toBeNull();
    expect(toneShare({ ...SOME, judged: 20 }, 'calls')).toBe(0.1);
    expect(toneShare(null, 'calls')).toBeNull();
  });
});
