import { describe, expect, it } from '@jest/globals';
import { MINUTE_MS } from '@sturmwarte/domain';
import type { PlainRule } from '@sturmwarte/domain';
import { concat, from, map, of } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import type { CountDelta, Tick } from './count-delta.js';
import { detectSpikes } from './detect-spikes.js';
import { createDetector } from './detector.js';
import type { Detector } from './detector.js';
import type { Evaluation } from './evaluation.js';
import { aDelta, calmDays } from './testing/index.js';

const rule: PlainRule = { id: 'ten', negatives: 10, minutes: 5, level: 3 };
const START = 1_000;

/** A calm morning is over; the next minute is `minute`. */
function watching(rules: readonly PlainRule[] = [rule]): { detector: Detector; minute: number } {
  const detector = createDetector();
  detector.configure({ id: 1, rules, since: START });
  return { detector, minute: calmDays(detector, { from: START, days: 0.1, perHour: 0 }) };
}

const tell = ({ topicId, level, provisional }: Evaluation): string =>
  `${topicId}:${level}${provisional ? ' provisional' : ''}`;

/** `deltas` and `ticks` are marbles; letters name entries of `values`, spaces of time are virtual milliseconds. */
function story(
  detector: Detector,
  values: Record<string, CountDelta | readonly CountDelta[] | Tick>,
  marbles: { deltas: string; ticks: string; told: string },
  told: Record<string, string>,
): void {
  const scheduler = new TestScheduler((actual, wanted) => expect(actual).toEqual(wanted));
  scheduler.run(({ hot, expectObservable }) => {
    const deltas$ = hot(marbles.deltas, values as Record<string, CountDelta>);
    const ticks$ = hot(marbles.ticks, values as Record<string, Tick>);
    const found$ = detectSpikes(deltas$, ticks$, detector, { latenessMs: 0, scheduler }).pipe(
      map(tell),
    );
    expectObservable(found$).toBe(marbles.told, told);
  });
}

describe('the watch over a stream', () => {
  it('tells at once when a commit meets a plain rule', () => {
    const { detector, minute } = watching();
    const storm = aDelta({ minute, total: 10, negPermille: 10_000 });
    story(
      detector,
      { s: [storm] },
      { deltas: '--s--|', ticks: '-----|', told: '--a--|' },
      { a: '1:3 provisional' },
    );
  });

  it('tells at once when the last mention of many commits meets a plain rule', () => {
    const { detector, minute } = watching();
    const five = aDelta({ minute, total: 5, negPermille: 5_000 });
    story(
      detector,
      { f: five },
      { deltas: 'ff 500ms |', ticks: '502ms |', told: '-a 500ms |' },
      { a: '1:3 provisional' },
    );
  });

  it('judges a topic without a rule at most every 250 ms, and then with all that came', () => {
    const { detector, minute } = watching([]);
    const judged: number[] = [];
    const evaluate = detector.evaluate.bind(detector);
    detector.evaluate = (topics, now) => {
      judged.push(...topics);
      return evaluate(topics, now);
    };
    const one = aDelta({ minute, total: 1, negPermille: 1_000 });
    const marbles = { deltas: 'ooooo 500ms |', ticks: '505ms |', told: '505ms |' };
    story(detector, { o: one }, marbles, {});
    expect(judged).toEqual([1, 1]);
  });

  it('closes minutes in silence, because the clock ticks', () => {
    const { detector, minute } = watching();
    const storm = aDelta({ minute, total: 10, negPermille: 10_000 });
    const later = { now: (minute + 20) * MINUTE_MS };
    story(
      detector,
      { s: storm, t: later },
      { deltas: 's----|', ticks: '---t-|', told: 'a--b-|' },
      { a: '1:3 provisional', b: '1:0' },
    );
  });

  it('closes a minute when a newer mention arrives, and counts that one in its own', () => {
    const { detector, minute } = watching();
    const deltas$ = from([
      aDelta({ minute, total: 3, negPermille: 3_000 }),
      aDelta({ minute: minute + 2, total: 4, negPermille: 4_000 }),
    ]);
    detectSpikes(deltas$, of({ now: minute * MINUTE_MS }), detector, { latenessMs: 0 }).subscribe();
    expect(detector.watermark).toBe(minute + 1);
    expect(detector.current(1, (minute + 2) * MINUTE_MS)).toMatchObject({ observed: 7 });
    expect(detector.curve(1, minute, minute + 3, 1).map((point) => point.negative)).toEqual([
      3, 0, 4,
    ]);
  });

  it('gives a rise its second look, though nobody writes any more', () => {
    const { detector } = watching([]);
    const minute = calmDays(detector, { from: detector.watermark + 1, days: 7, perHour: 60 });
    const at = (ms: number): Tick => ({ now: minute * MINUTE_MS + ms });
    const storm = aDelta({ minute, total: 48, negPermille: 44_000 });
    const told: Evaluation[] = [];
    const ticks$ = concat(of(storm), from([at(1_000), at(5_000), at(12_000)]));
    detectSpikes(
      ticks$.pipe(map((one) => ('now' in one ? [] : [one]))),
      ticks$.pipe(map((one) => ('now' in one ? one : at(0)))),
      detector,
    ).subscribe((evaluation) => told.push(evaluation));
    expect(told.map(tell)).toEqual(['1:3 provisional']);
    expect(told[0]?.at).toBe(at(12_000).now);
  });

  it('two topics do not disturb each other', () => {
    const { detector, minute } = watching();
    detector.configure({ id: 2, rules: [rule] });
    const storm = aDelta({ minute, total: 10, negPermille: 10_000 });
    story(
      detector,
      { b: [storm, { ...storm, topicId: 2 }] },
      { deltas: 'b----|', ticks: '-----|', told: '(xy)-|' },
      { x: '1:3 provisional', y: '2:3 provisional' },
    );
  });
});
