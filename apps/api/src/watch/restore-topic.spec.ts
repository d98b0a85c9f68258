import { describe, expect, it } from '@jest/globals';
import {
  createDetector,
  DETECTOR_VERSION,
  type CountDelta,
  type Detector,
  type StoredMinute,
} from '@sturmwarte/detect';
import type { Topic } from '@sturmwarte/domain';
import type { StartTopic } from '@sturmwarte/store';
import fc from 'fast-check';
import { restoreTopic } from './restore-topic.js';

const START = 29_000_000;
const NOTHING = { total: 0, negPermille: 0, negCount: 0 };
const topic: Topic = {
  ...{ id: 7, spaceId: 1, brandId: 1, name: 'Milch', kind: 'product', query: 'milch' },
  ...{ rules: [{ id: 'r', negatives: 10, minutes: 5, level: 3 as const }], active: true },
  sensitivity: 'standard',
  headStart: null,
  cooldownMinutes: 0,
};

/** A topic that has been watched since START, with what the record keeps of it. */
class Past {
  readonly detector = createDetector();
  readonly minutes = new Map<number, Omit<StoredMinute, 'minute'>>();
  readonly voices: CountDelta[] = [];

  constructor() {
    this.detector.configure({ id: topic.id, rules: topic.rules, since: START });
  }

  count(minute: number, negatives: number): void {
    const sums = { total: negatives + 2, negPermille: negatives * 900, negCount: negatives };
    const before = this.minutes.get(minute) ?? NOTHING;
    this.minutes.set(minute, {
      total: before.total + sums.total,
      negPermille: before.negPermille + sums.negPermille,
      negCount: before.negCount + sums.negCount,
    });
    const authors = Array.from({ length: negatives }, (_, n) => minute * 7_919 + n * 104_729);
    const voice = { topicId: topic.id, minute, authors, channels: 1 };
    this.voices.push({ ...voice, ...NOTHING });
    this.detector.fold({ ...voice, ...sums });
  }

  correct(minute: number, permille: number): void {
    const before = this.minutes.get(minute);
    if (before === undefined) return;
    const negCount = before.negCount > 0 && permille < -200 ? -1 : 0;
    this.minutes.set(minute, {
      ...before,
      negPermille: before.negPermille + permille,
      negCount: before.negCount + negCount,
    });
    const delta = { topicId: topic.id, minute, total: 0, negPermille: permille, negCount };
    this.detector.fold({ ...delta, correction: true });
  }

  start(snapshot: StartTopic['snapshot']): StartTopic {
    const minutes = [...this.minutes]
      .map(([minute, sums]): StoredMinute => ({ minute, ...sums }))
      .sort((a, b) => a.minute - b.minute);
    return { topic, snapshot, minutes, voices: this.voices };
  }
}

const facts = (detector: Detector, minute: number) => {
  const seen = detector.current(topic.id, (minute + 1) * 60_000);
  return {
    level: seen?.level,
    observed: seen?.observed,
    authors: seen?.uniqueAuthors,
    rule: seen?.signals.find(({ name }) => name === 'rule')?.value,
  };
};

describe('a topic read back from the record', () => {
  it('stands where it would stand without the interruption', () => {
    const story = fc.record({
      counts: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 90, maxLength: 200 }),
      storm: fc.integer({ min: 0, max: 30 }),
      kept: fc.integer({ min: 20, max: 80 }),
      correction: fc.integer({ min: -400, max: 100 }),
    });
    fc.assert(
      fc.property(story, ({ counts, storm, kept, correction }) => {
        const past = new Past();
        let snapshot: StartTopic['snapshot'] = null;
        counts.forEach((count, n) => {
          const minute = START + n;
          past.count(minute, n > counts.length - 15 ? count + storm : count);
          past.detector.close(minute - 1);
          if (n !== kept) return;
          const state = past.detector.snapshot(topic.id);
          if (state === null) throw new Error('no snapshot');
          const rest = { spaceId: 1, minute: state.last, detector: DETECTOR_VERSION };
          snapshot = { topicId: topic.id, state, ...rest };
        });
        past.correct(START + kept - 3, correction);
        const last = START + counts.length - 1;
        const detector = createDetector();
        restoreTopic(detector, past.start(snapshot), last, {});
        for (const one of [past.detector, detector]) one.close(last);
        expect(facts(detector, last)).toEqual(facts(past.detector, last));
      }),
      { numRuns: 60 },
    );
  });

  it('knows its usual volume from weeks of counts, also without a snapshot', () => {
    const past = new Past();
    const days = 8;
    for (let n = 0; n < days * 1_440; n += 3) past.count(START + n, 1);
    const last = START + days * 1_440;
    const detector = createDetector();
    restoreTopic(detector, past.start(null), last, {});
    detector.close(last);
    const usual = detector.expectation(topic.id, last, 60)?.expected ?? 0;
    expect(usual).toBeGreaterThan(14);
    expect(usual).toBeLessThan(22);
  });

  it('begins now when nothing is known of it', () => {
    const detector = createDetector();
    restoreTopic(detector, { topic, snapshot: null, minutes: [], voices: [] }, START, {});
    detector.close(START + 30);
    expect(detector.level(topic.id)).toBe(0);
    expect(detector.has(topic.id)).toBe(true);
  });
});
