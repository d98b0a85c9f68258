import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PlainRule } from '@sturmwarte/domain';
import type { CountDelta } from './count-delta.js';
import { createDetector } from './detector.js';
import type { Detector } from './detector.js';
import type { Evaluation } from './evaluation.js';
import { aDelta } from './testing/index.js';
import type { TopicConfig } from './topic-config.js';

const START = 23_000_000;
const MINUTES = 160;
const LATENESS = 5;
const rule: PlainRule = { id: 'thirty', negatives: 30, minutes: 20, level: 3 };
const topics: readonly TopicConfig[] = [
  { id: 1, rules: [rule] },
  { id: 2, rules: [] },
];

/** Mentions of two topics: calm, with a storm in the last third. */
const commits = fc.array(
  fc.record({
    topicId: fc.constantFrom(1, 2),
    minute: fc.oneof(
      fc.integer({ min: START, max: START + MINUTES }),
      fc.integer({ min: START + 120, max: START + 130 }),
    ),
    total: fc.integer({ min: 1, max: 9 }),
    negPermille: fc.integer({ min: 0, max: 9_000 }),
    negCount: fc.integer({ min: 0, max: 9 }),
    authors: fc.array(fc.integer({ min: 0, max: 2 ** 31 }), { maxLength: 4 }),
    channels: fc.integer({ min: 0, max: 15 }),
    media: fc.array(fc.record({ outlet: fc.nat(90), tier: fc.constantFrom('blog', 'print') }), {
      maxLength: 2,
    }),
  }),
  { minLength: 20, maxLength: 80 },
) as fc.Arbitrary<CountDelta[]>;

/** Who speaks of a topic, where and how; of one of them nobody knows, and lists are handed over empty. */
function voices(topicId: number, total: number, negCount: number, draw: () => number): object {
  if (topicId === 1) return { authors: [], channels: 0, media: [] };
  return {
    authors: Array.from({ length: negCount }, () => Math.floor(draw() * 1e9)),
    channels: negCount > 0 ? 1 << Math.floor(draw() * 4) : 0,
    ...(total === 0
      ? {}
      : {
          tone: {
            judged: total,
            aggressive: Math.floor(negCount * draw()),
            calls: 0,
            praise: Math.floor((total - negCount) * draw()),
          },
        }),
  };
}

function watch(): Detector {
  const detector = createDetector({ reportFrom: 0 });
  for (const topic of topics) detector.configure(topic);
  return detector;
}

/** Feeds in the given order; the watermark follows the newest minute at a distance. */
function feed(detector: Detector, deltas: readonly CountDelta[], evaluate = false): Evaluation[] {
  const rows: Evaluation[] = [];
  for (const delta of deltas) {
    detector.fold(delta);
    if (evaluate) rows.push(...detector.evaluate([delta.topicId], delta.minute * 60_000 + 30_000));
    rows.push(...detector.close(delta.minute - LATENESS));
  }
  return rows;
}

const byMinute = (deltas: readonly CountDelta[]): CountDelta[] =>
  deltas.slice().sort((a, b) => a.minute - b.minute);

const order = (rows: readonly Evaluation[]): Evaluation[] =>
  rows.slice().sort((a, b) => a.at - b.at || a.topicId - b.topicId);

describe('the same mentions', () => {
  it('lead to the same closed minutes, in whatever order they arrive within the lateness', () => {
    fc.assert(
      fc.property(
        commits,
        fc.array(fc.integer({ min: 0, max: LATENESS - 1 }), { minLength: 1 }),
        (deltas, jitter) => {
          const calm = byMinute(deltas);
          const shuffled = calm
            .map((delta, i) => ({
              delta,
              arrival: delta.minute + (jitter[i % jitter.length] ?? 0),
            }))
            .sort((a, b) => a.arrival - b.arrival)
            .map(({ delta }) => delta);
          const one = watch();
          const other = watch();
          const expected = [...feed(one, calm), ...one.close(START + MINUTES + 10)];
          const found = [...feed(other, shuffled), ...other.close(START + MINUTES + 10)];
          expect(order(found)).toEqual(order(expected));
          expect(other.snapshot(1)).toEqual(one.snapshot(1));
        },
      ),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('lead to the same evaluations after a restart at any point', () => {
    fc.assert(
      fc.property(commits, fc.double({ min: 0, max: 1, noNaN: true }), (deltas, share) => {
        const calm = byMinute(deltas);
        const cut = Math.floor(calm.length * share);
        const through = watch();
        feed(through, calm.slice(0, cut), true);
        const before = watch();
        feed(before, calm.slice(0, cut), true);
        const after = createDetector({ reportFrom: 0 });
        for (const topic of topics) {
          const snapshot = before.snapshot(topic.id);
          if (snapshot !== null) after.restore(topic, JSON.parse(JSON.stringify(snapshot)));
        }
        const rest = calm.slice(cut);
        expect(order(feed(after, rest, true))).toEqual(order(feed(through, rest, true)));
        expect(after.snapshot(1)).toEqual(through.snapshot(1));
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('lead to the same levels and memories whether every calm minute is looked at closely or passed over', () => {
    const closely = createDetector({ reportFrom: 0 });
    const passing = createDetector();
    const both = [closely, passing];
    for (const detector of both) for (const id of [1, 2, 3]) detector.configure({ id, rules: [] });
    const changed = (rows: readonly Evaluation[]): Evaluation[] =>
      rows.filter(({ level, previous }) => level !== previous);
    let chance = 7;
    const draw = (): number =>
      (chance = (Math.imul(chance, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32;
    let levels = 0;
    for (let minute = START; minute < START + 12 * 1440; minute++) {
      for (const topicId of [1, 2, 3]) {
        const storm = minute % 5_000 > 4_900 ? 12 * draw() : 0;
        const total = Math.floor(draw() * 3 + storm);
        const negCount = Math.floor(total * (topicId === 3 ? 0.7 : storm > 0 ? 0.9 : 0.5 * draw()));
        const negPermille = 900 * negCount + 60 * (total - negCount);
        const who = voices(topicId, total, negCount, draw);
        const delta = aDelta({ topicId, minute, total, negPermille, negCount, ...who });
        for (const detector of both) detector.fold(delta);
      }
      const expected = changed(closely.close(minute));
      levels += expected.length;
      expect(changed(passing.close(minute))).toEqual(expected);
      for (const id of [1, 2, 3]) expect(passing.score(id)).toBe(closely.score(id));
    }
    for (const id of [1, 2, 3]) expect(passing.snapshot(id)).toEqual(closely.snapshot(id));
    expect(levels).toBeGreaterThan(5);
  });

  it('lead to the same levels and memories whether somebody looks at the topics in between or nobody does', () => {
    const watched = createDetector();
    const alone = createDetector();
    const both = [watched, alone];
    const ids = [1, 2, 150_000];
    for (const detector of both) for (const id of ids) detector.configure({ id, rules: [] });
    let chance = 3;
    const draw = (): number =>
      (chance = (Math.imul(chance, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32;
    let levels = 0;
    for (let minute = START; minute < START + 6 * 1440; minute++) {
      for (const topicId of ids) {
        const storm = minute % 4_000 > 3_900 ? 9 : 0;
        const total = Math.floor(draw() * (2 + storm));
        const negCount = Math.floor(total * (storm > 0 ? 0.9 : 0.4 * draw()));
        // Some of it comes late, some belongs to the minute that has just begun.
        const off = [0, 0, 0, 1, -1, -4][Math.floor(draw() * 6)] ?? 0;
        const counts = { total, negPermille: 900 * negCount + 60 * (total - negCount), negCount };
        const who = voices(topicId, total, negCount, draw);
        const delta = aDelta({ topicId, minute: minute + off, ...counts, ...who });
        for (const detector of both) detector.fold(delta);
      }
      const now = minute * 60_000;
      if (minute % 7 === 0) ids.forEach((id) => watched.current(id, now));
      if (minute % 11 === 0) ids.forEach((id) => watched.snapshot(id));
      expect(watched.takeStirred()).toEqual(alone.takeStirred());
      expect(watched.evaluate(ids, now)).toEqual(alone.evaluate(ids, now));
      const closed = alone.close(minute - 2);
      levels += closed.length;
      expect(watched.close(minute - 2)).toEqual(closed);
      for (const id of ids) expect(watched.score(id)).toBe(alone.score(id));
    }
    for (const id of ids) expect(watched.snapshot(id)).toEqual(alone.snapshot(id));
    expect(levels).toBeGreaterThan(2);
  });

  it('a topic is born at its first counted minute, not at its first arrival', () => {
    const late = watch();
    late.fold(aDelta({ minute: START + 3, negPermille: 0 }));
    late.fold(aDelta({ minute: START, negPermille: 0 }));
    const early = watch();
    early.fold(aDelta({ minute: START, negPermille: 0 }));
    early.close(START);
    early.fold(aDelta({ minute: START + 3, negPermille: 0 }));
    expect(late.close(START + 9)).toHaveLength(10);
    early.close(START + 9);
    expect(late.snapshot(1)).toEqual(early.snapshot(1));
  });
});
