import { describe, expect, it } from '@jest/globals';
import { MINUTE_MS } from '@sturmwarte/domain';
import type { PlainRule } from '@sturmwarte/domain';
import { createDetector } from './detector.js';
import type { Detector } from './detector.js';
import { aDelta, calmDays } from './testing/index.js';

const rule: PlainRule = { id: 'fifty', negatives: 50, minutes: 10, level: 4 };
const START = 10_000;

function watching(...rules: PlainRule[]): Detector {
  const detector = createDetector();
  detector.configure({ id: 1, rules, since: START });
  calmDays(detector, { from: START, days: 0.1, perHour: 0 });
  return detector;
}

const next = (detector: Detector): number => detector.watermark + 1;

describe('a plain rule', () => {
  it('fires at once, in the open minute, with its own level', () => {
    const detector = watching(rule);
    const minute = next(detector);
    detector.fold(aDelta({ minute, total: 50, negPermille: 50_000 }));
    const [change] = detector.evaluate([1], minute * MINUTE_MS + 500);
    expect(change).toMatchObject({
      level: 4,
      previous: 0,
      cause: 'rule',
      ruleId: 'fifty',
      provisional: true,
    });
    expect(change?.signals).toContainEqual({
      name: 'rule',
      state: 'met',
      value: 50,
      threshold: 50,
    });
  });

  it('keeps quiet one mention below', () => {
    const detector = watching(rule);
    detector.fold(aDelta({ minute: next(detector), total: 49, negPermille: 49_000 }));
    expect(detector.evaluate([1], next(detector) * MINUTE_MS)).toEqual([]);
  });

  it('keeps quiet over a thousand praises, however many small doubts add up', () => {
    const detector = watching(rule);
    const minute = next(detector);
    detector.fold(aDelta({ minute, total: 1_000, negPermille: 90_000, negCount: 0 }));
    expect(detector.evaluate([1], minute * MINUTE_MS)).toEqual([]);
    expect(detector.close(minute).some(({ cause }) => cause === 'rule')).toBe(false);
  });

  it('counts mentions that are only just negative as whole ones', () => {
    const detector = watching(rule);
    const minute = next(detector);
    detector.fold(aDelta({ minute, total: 50, negPermille: 27_500, negCount: 50 }));
    expect(detector.evaluate([1], minute * MINUTE_MS)).toMatchObject([{ ruleId: 'fifty' }]);
  });

  it('follows what the second look says of minutes long closed', () => {
    const detector = watching(rule);
    const first = next(detector);
    detector.fold(aDelta({ minute: first, total: 60, negPermille: 30_000, negCount: 49 }));
    detector.close(first + 2);
    expect(detector.level(1)).toBeLessThan(4);
    const judged = { minute: first, total: 0, negPermille: 600, negCount: 1, correction: true };
    detector.fold(aDelta(judged));
    expect(detector.evaluate([1], (first + 3) * MINUTE_MS)).toMatchObject([{ level: 4 }]);
  });

  it('counts across minutes, but not beyond its span', () => {
    const detector = watching(rule);
    const first = next(detector);
    for (let k = 0; k < 20; k++) {
      detector.fold(aDelta({ minute: first + k, total: 4, negPermille: 4_000 }));
      detector.close(first + k);
    }
    expect(detector.level(1)).toBeLessThan(4);
  });

  it('ends after its own span below', () => {
    const detector = watching(rule);
    const first = next(detector);
    detector.fold(aDelta({ minute: first, total: 50, negPermille: 50_000 }));
    detector.close(first);
    detector.close(first + 9);
    expect(detector.level(1)).toBe(4);
    const changes = detector.close(first + 25);
    expect(changes.some(({ previous, level }) => previous === 4 && level < 4)).toBe(true);
  });

  it('does not end because a source fell silent', () => {
    const detector = watching(rule);
    const first = next(detector);
    detector.fold(aDelta({ minute: first, total: 50, negPermille: 50_000 }));
    detector.close(first);
    detector.setIncomplete(true, [1]);
    detector.close(first + 500);
    expect(detector.level(1)).toBe(4);
  });

  it('lets go when it is taken away', () => {
    const detector = watching(rule);
    detector.fold(aDelta({ minute: next(detector), total: 50, negPermille: 50_000 }));
    detector.evaluate([1], next(detector) * MINUTE_MS);
    detector.configure({ id: 1, rules: [] });
    expect(detector.level(1)).toBeLessThan(4);
  });

  it('must not look back further than the ring', () => {
    const detector = createDetector();
    expect(() => detector.configure({ id: 1, rules: [{ ...rule, minutes: 121 }] })).toThrow(
      RangeError,
    );
    expect(() => detector.configure({ id: 1, rules: [{ ...rule, negatives: 0 }] })).toThrow(
      RangeError,
    );
  });

  it('the highest rule that holds decides', () => {
    const small: PlainRule = { id: 'ten', negatives: 10, minutes: 10, level: 2 };
    const detector = watching(small, rule);
    detector.fold(aDelta({ minute: next(detector), total: 60, negPermille: 60_000 }));
    expect(detector.evaluate([1], next(detector) * MINUTE_MS)[0]).toMatchObject({
      ruleId: 'fifty',
    });
  });
});
