import { describe, expect, it } from '@jest/globals';
import { MINUTE_MS } from '@sturmwarte/domain';
import type { Sensitivity } from '@sturmwarte/domain';
import { channelBit } from './channels.js';
import { createDetector } from './detector.js';
import type { Detector } from './detector.js';
import type { Evaluation } from './evaluation.js';
import type { TopicSnapshot } from './snapshot.js';
import { aDelta, aStorm, calmDays } from './testing/index.js';

const START = 23_000_000;

/** A brand known for ten calm days. */
function known(perHour = 60, share = 0.2): Detector {
  const name = `${perHour}/${share}`;
  const snapshot = memories.get(name) ?? remember(perHour, share);
  memories.set(name, snapshot);
  const detector = createDetector();
  detector.restore({ id: 1, rules: [] }, snapshot);
  detector.close(snapshot.last);
  return detector;
}

const memories = new Map<string, TopicSnapshot>();

function remember(perHour: number, share: number): TopicSnapshot {
  const detector = createDetector();
  detector.configure({ id: 1, rules: [], since: START });
  calmDays(detector, { from: START, days: 10, perHour, share });
  const snapshot = detector.snapshot(1);
  if (snapshot === null) throw new Error('the topic is watched');
  return snapshot;
}

const highest = (changes: readonly Evaluation[]): number =>
  Math.max(0, ...changes.map((change) => change.level));
const signal = (evaluation: Evaluation | null, name: string) =>
  evaluation?.signals.find((one) => one.name === name);

describe('the detector', () => {
  it('keeps quiet through ordinary days', () => {
    expect(known().level(1)).toBe(0);
  });

  it('raises an alarm within minutes of a storm and says why', () => {
    const changes = aStorm(known(), { minutes: 10, perMinute: 8 });
    const alarm = changes.find((change) => change.level >= 3);
    expect(alarm).toMatchObject({
      topicId: 1,
      cause: 'detector',
      ruleId: null,
      provisional: false,
    });
    expect(alarm?.score).toBeGreaterThanOrEqual(3);
    expect(alarm?.expected).toBeCloseTo(12, 0);
    expect(alarm?.observed).toBeGreaterThan(alarm?.upper ?? Infinity);
    expect(alarm?.share).toBeGreaterThan(alarm?.usualShare ?? 1);
    expect(signal(alarm ?? null, 'score')?.state).toBe('met');
  });

  it('does not call four angry posts about a small brand a storm', () => {
    const changes = aStorm(known(1), { minutes: 4, perMinute: 1, share: 1 });
    expect(highest(changes)).toBeLessThan(3);
  });

  it('does not call a burst of friendly interest a storm', () => {
    const changes = aStorm(known(), { minutes: 60, perMinute: 4, share: 0.2 });
    expect(highest(changes)).toBeLessThan(3);
  });

  it('sees a storm over a brand that people always dislike', () => {
    const detector = known(60, 0.7);
    expect(
      highest(aStorm(detector, { minutes: 300, perMinute: 5, share: 0.75 })),
    ).toBeGreaterThanOrEqual(3);
  });

  it('grows with the storm, and unknown signals do not hold it down', () => {
    const changes = aStorm(known(), { minutes: 120, perMinute: 40 });
    expect(highest(changes)).toBe(6);
    expect(changes.at(-1)?.uniqueAuthors).toBeNull();
    expect(signal(changes.at(-1) ?? null, 'authors')?.state).toBe('unknown');
    expect(signal(changes.at(-1) ?? null, 'channels')?.state).toBe('unknown');
  });

  it('does not let one person with many posts make a storm', () => {
    const alone = { detail: () => ({ authors: [4_711] }) };
    expect(highest(aStorm(known(), { minutes: 60, perMinute: 40, ...alone }))).toBeLessThan(3);
  });

  it('asks for a second channel before the upper levels, where channels are known', () => {
    const detector = known();
    const x = channelBit('x');
    detector.fold(aDelta({ minute: detector.watermark + 1, channels: x | channelBit('news') }));
    const oneChannel = aStorm(detector, {
      minutes: 120,
      perMinute: 40,
      detail: () => ({ channels: x }),
    });
    expect(highest(oneChannel)).toBe(3);
    const both = { channels: x | channelBit('facebook') };
    expect(
      highest(aStorm(detector, { minutes: 60, perMinute: 40, detail: () => both })),
    ).toBeGreaterThan(3);
  });

  it('is lifted by the media when many outlets follow', () => {
    const outlets = (minute: number) => ({
      media: [{ outlet: minute % 7, tier: 'online' as const }],
    });
    const with_ = aStorm(known(), { minutes: 20, perMinute: 3, detail: outlets });
    const without = aStorm(known(), { minutes: 20, perMinute: 3 });
    expect(highest(with_)).toBeGreaterThan(highest(without));
  });

  it('falls step by step after the storm, one hour at least each', () => {
    const detector = known();
    aStorm(detector, { minutes: 20, perMinute: 8 });
    const top = detector.level(1);
    const falls = detector.close(detector.watermark + 10 * 60);
    expect(falls.map((change) => change.level)).toEqual(
      Array.from({ length: top }, (_, i) => top - 1 - i),
    );
    falls.slice(1).forEach((fall, i) => {
      expect(fall.at - (falls[i]?.at ?? 0)).toBeGreaterThanOrEqual(60 * MINUTE_MS);
    });
  });

  it('never falls, and learns nothing, while a source is silent', () => {
    const detector = known();
    aStorm(detector, { minutes: 20, perMinute: 8 });
    const top = detector.level(1);
    detector.setIncomplete(true);
    const before = detector.expectation(1, START, 60);
    expect(detector.close(detector.watermark + 24 * 60)).toEqual([]);
    expect(detector.level(1)).toBe(top);
    expect(detector.current(1, (detector.watermark + 1) * MINUTE_MS)?.incomplete).toBe(true);
    expect(detector.expectation(1, START, 60)).toEqual(before);
    detector.setIncomplete(false, [1]);
    detector.close(detector.watermark + 12 * 60);
    expect(detector.level(1)).toBe(0);
  });

  it('does not take one storm for the new normal', () => {
    const detector = known();
    const before = detector.expectation(1, START, 60)?.expected ?? 0;
    aStorm(detector, { minutes: 600, perMinute: 20 });
    detector.close(detector.watermark + 120);
    expect(detector.expectation(1, START, 60)?.expected).toBeLessThan(before * 1.5);
  });
});

describe('how easily a topic alarms', () => {
  /** Minutes until the alarm; the storm swells too slowly to be overwhelming. */
  const delay = (sensitivity: Sensitivity, headStart: number | null = null): number => {
    const detector = known();
    detector.configure({ id: 1, rules: [], sensitivity, headStart });
    const begin = detector.watermark;
    for (let step = 1; step <= 60; step++) {
      const changes = aStorm(detector, { minutes: 5, perMinute: 1 + step * 0.25, share: 0.5 });
      const alarm = changes.find(({ level }) => level >= 3);
      if (alarm) return alarm.at / MINUTE_MS - begin;
    }
    return Infinity;
  };

  it('is chosen by people: the sensitive one sooner, the calm one later, both in the end', () => {
    expect(delay('sensitive')).toBeLessThan(delay('standard'));
    expect(delay('standard')).toBeLessThan(delay('quiet'));
    expect(delay('quiet')).toBeLessThan(Infinity);
  });

  it('can be set as a number instead: what a choice gives, or anything between', () => {
    expect(delay('quiet', 0.85)).toBe(delay('sensitive'));
    expect(delay('standard', 0.4)).toBeLessThanOrEqual(delay('standard'));
    expect(delay('standard', 0.4)).toBeGreaterThanOrEqual(delay('sensitive'));
    expect(() => delay('standard', 3)).toThrow('-1 to 0.95 can be');
  });

  it('changes no plain rule, and is not forgotten by what was learnt', () => {
    const detector = known();
    const rule = { id: 'ten', negatives: 10, minutes: 5, level: 3 as const };
    detector.configure({ id: 1, rules: [rule], sensitivity: 'quiet' });
    const minute = detector.watermark + 1;
    detector.fold(aDelta({ minute, total: 10, negPermille: 9_000, negCount: 10 }));
    expect(detector.evaluate([1], minute * MINUTE_MS)[0]).toMatchObject({ cause: 'rule' });
    expect(detector.expectation(1, START, 60)?.expected).toBeCloseTo(12, 0);
  });
});

describe('a young topic', () => {
  const fresh = (): Detector => {
    const detector = createDetector();
    detector.configure({ id: 1, rules: [], since: START });
    return detector;
  };

  it('says that nothing is expected yet', () => {
    const detector = fresh();
    aStorm(detector, { minutes: 20, perMinute: 1 });
    expect(detector.current(1, (START + 20) * MINUTE_MS)).toMatchObject({
      expected: null,
      ratio: null,
    });
  });

  it('does not fire because a big brand begins with its ordinary volume', () => {
    expect(highest(aStorm(fresh(), { minutes: 600, perMinute: 5, share: 0.2 }))).toBeLessThan(3);
  });

  it('does not fire in its first hours from a ratio alone', () => {
    const detector = fresh();
    calmDays(detector, { from: START, days: 0.25, perHour: 4 });
    expect(highest(aStorm(detector, { minutes: 30, perMinute: 1, share: 1 }))).toBeLessThan(3);
  });

  it('fires all the same when the volume is overwhelming', () => {
    const detector = fresh();
    calmDays(detector, { from: START, days: 0.25, perHour: 4 });
    expect(
      highest(aStorm(detector, { minutes: 60, perMinute: 60, share: 1 })),
    ).toBeGreaterThanOrEqual(3);
  });
});

describe('counting', () => {
  it('counts what comes too late for its minute in the first open one', () => {
    const detector = known();
    detector.fold(aDelta({ minute: detector.watermark - 30, late: true }));
    const next = detector.watermark + 1;
    detector.close(next);
    expect(detector.curve(1, next, next + 1, 1)).toMatchObject([{ minute: next, negative: 1 }]);
  });

  it('corrects the minute in which a mention was counted, and adds no volume', () => {
    const detector = known(0);
    const minute = detector.watermark + 1;
    detector.fold(aDelta({ minute, total: 4, negPermille: 4_000 }));
    detector.close(minute + 3);
    detector.fold(aDelta({ minute, total: 0, negPermille: -2_500, correction: true }));
    expect(detector.curve(1, minute, minute + 1, 1)).toMatchObject([{ negative: 1.5, total: 4 }]);
    detector.fold(aDelta({ minute: minute - 500, total: 0, negPermille: 900, correction: true }));
    expect(detector.current(1, (minute + 3) * MINUTE_MS)?.observed).toBeCloseTo(1.5);
  });

  it('says when a topic is not watched', () => {
    const detector = createDetector();
    expect(detector.fold(aDelta({ topicId: 99 }))).toBe(false);
    expect(detector.current(99, 0)).toBeNull();
    expect(detector.snapshot(99)).toBeNull();
    expect(detector.curve(99, 0, 10, 1)).toEqual([]);
  });

  it('judges open minutes, raises at most, and only after a second look', () => {
    const detector = known();
    const minute = detector.watermark + 1;
    detector.fold(aDelta({ minute, total: 48, negPermille: 44_000 }));
    const at = minute * MINUTE_MS;
    expect(detector.evaluate([1], at + 1_000)).toEqual([]);
    expect(detector.unconfirmed()).toEqual([1]);
    expect(detector.evaluate([1], at + 12_000)[0]).toMatchObject({
      provisional: true,
      previous: 0,
    });
    expect(detector.unconfirmed()).toEqual([]);
    const level = detector.level(1);
    detector.fold(aDelta({ minute, total: 0, negPermille: -44_000, correction: true }));
    expect(detector.evaluate([1], at + 30_000)).toEqual([]);
    expect(detector.level(1)).toBe(level);
  });

  it('a removed topic leaves nothing behind', () => {
    const detector = known();
    detector.remove(1);
    expect(detector.has(1)).toBe(false);
    expect(detector.level(1)).toBe(0);
  });
});

describe('a snapshot', () => {
  it('takes about a kilobyte for an ordinary topic', () => {
    expect(JSON.stringify(known().snapshot(1)).length).toBeLessThan(2_600);
  });

  it('of an unknown format is refused', () => {
    const snapshot = known().snapshot(1);
    if (snapshot === null) throw new Error('the topic is watched');
    const topic = { id: 1, rules: [] };
    expect(() => createDetector().restore(topic, { ...snapshot, format: 99 })).toThrow(RangeError);
  });
});
