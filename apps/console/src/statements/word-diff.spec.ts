import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wordDiff, type DiffPart } from './word-diff.js';

const told = (parts: readonly DiffPart[]): string =>
  parts
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `{-${text}-}`,
    )
    .join('');
const without = (kind: DiffPart['kind'], parts: readonly DiffPart[]): string =>
  parts.map((part) => (part.kind === kind ? '' : part.text)).join('');

describe('somebody who reads what became of a text', () => {
  it('sees the words that went and the words that came', () => {
    const before = 'Wir bedauern, dass es in Einzelfällen zu Hitze kommt.';
    const after = 'Wir bedauern, dass es zu Hitze am Akku kommt.';
    expect(told(wordDiff(before, after))).toBe(
      'Wir bedauern, dass es {-in Einzelfällen -}zu Hitze{+ am Akku+} kommt.',
    );
  });

  it('sees neighbouring words as one change, not as words around a blank', () => {
    expect(told(wordDiff('zwei alte Wörter hier', 'zwei neue Worte hier'))).toBe(
      'zwei {-alte Wörter-}{+neue Worte+} hier',
    );
  });

  it('sees a changed mark, a changed number and a new paragraph', () => {
    expect(told(wordDiff('Stand 14:30 Uhr.', 'Stand 14:45 Uhr!'))).toBe(
      'Stand 14:{-30-}{+45+} Uhr{-.-}{+!+}',
    );
    expect(told(wordDiff('Eins.', 'Eins.\n\nZwei.'))).toBe('Eins.{+\n\nZwei.+}');
  });

  it('sees nothing where nothing changed, and all of a first text', () => {
    expect(wordDiff('gleich', 'gleich')).toEqual([{ kind: 'same', text: 'gleich' }]);
    expect(wordDiff('', '')).toEqual([]);
    expect(told(wordDiff('', 'neu'))).toBe('{+neu+}');
  });

  it('always reads both texts whole, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(fc.constantFrom('Akku', 'heiß', ' ', '  ', '\n', '.', '👍')).map((w) => w.join('')),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        expect(without('added', parts)).toBe(before);
        expect(without('removed', parts)).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it('is not kept waiting by 20,000 characters, however far apart the versions are', () => {
    const words = (seed: number) => {
      let state = seed;
      const next = () => (state = (state * 48_271) % 2_147_483_647);
      let text = '';
      while (text.length < 20_000) text += `w${next() % 400}${next() % 12 === 0 ? '.\n' : ' '}`;
      return text.slice(0, 20_000);
    };
    const [one, other] = [words(7), words(11)];
    const edited = one.replaceAll('w13', 'anders').replaceAll('w77 ', '');
    const took = (before: string, after: string): number => {
      const began = performance.now();
      const parts = wordDiff(before, after);
      expect(without('removed', parts)).toBe(after);
      return performance.now() - began;
    };
    const times = { edited: took(one, edited), strangers: took(one, other) };
    console.log(`20,000 characters: ${JSON.stringify(times)} ms`);
    // Generous: tests share two cores with others. `docs/benchmarks.md` has the figures of a browser.
    expect(Math.max(...Object.values(times))).toBeLessThan(1_000);
  });
});
