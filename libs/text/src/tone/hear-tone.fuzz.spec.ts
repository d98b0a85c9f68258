import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TONE } from '@sturmwarte/domain';
import { standardLexicon } from '../lexicon/standard-lexicon.js';
import { compileMatcher } from '../match/compile-matcher.js';

const matcher = compileMatcher([], standardLexicon());
const tone = (text: string): number => matcher.firstLook({ text }).tone;
const pieces = [
  'boykott',
  'nicht',
  'ihr ',
  'idiot',
  ' ',
  ',',
  '.',
  '#',
  'kein ',
  '💩',
  '\ud800',
  'dass ',
];

describe('hostile text', () => {
  it('never breaks the hearing, whatever is written', () => {
    const bits = TONE.judged | TONE.aggressive | TONE.call | TONE.praise;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 400 }),
          fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const heard = tone(text);
          expect(heard & ~bits).toBe(0);
          // The same text says the same again: no buffer remembers the text before.
          expect(tone(text)).toBe(heard);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([
    'nicht ',
    'boykott ',
    'ihr idiot ',
    'kauft nicht kauft ',
    'boykottboykott',
    '#',
    'kein, ',
  ])('takes time in proportion to its length: %j again and again', (piece) => {
    const time = (repeats: number): number => {
      const text = piece.repeat(repeats);
      tone(text);
      const runs = Array.from({ length: 3 }, () => {
        const from = performance.now();
        tone(text);
        return performance.now() - from;
      });
      return Math.min(...runs);
    };
    // Four times the text; sixteen times the time would be the square of it.
    expect(time(10_000)).toBeLessThan(12 * time(2_500) + 5);
  });
});
