import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeTexts, settledText, type MergedPart } from './merge-texts.js';

const conflicts = (parts: readonly MergedPart[]) =>
  parts.filter((part) => part.kind === 'conflict');
const takenFrom = (whose: 'mine' | 'theirs', parts: readonly MergedPart[]) =>
  settledText(
    parts,
    Object.fromEntries(
      parts.map((part, index) => [index, part.kind === 'conflict' ? part[whose] : '']),
    ),
  );
const BASE = 'Wir prüfen den Vorfall. Der nächste Stand folgt um 15 Uhr. Ihr Team';

describe('two people who changed the same text', () => {
  it('both keep what they wrote when it was not the same place', () => {
    const mine = BASE.replace('den Vorfall', 'die Hinweise auf Hitze');
    const theirs = BASE.replace('15 Uhr', '16 Uhr');
    const parts = mergeTexts(BASE, mine, theirs);
    expect(conflicts(parts)).toEqual([]);
    expect(settledText(parts, {})).toBe(
      'Wir prüfen die Hinweise auf Hitze. Der nächste Stand folgt um 16 Uhr. Ihr Team',
    );
  });

  it('are asked where both wrote something else, with both readings', () => {
    const parts = mergeTexts(
      BASE,
      BASE.replace('15 Uhr', '16 Uhr'),
      BASE.replace('15 Uhr', '17 Uhr'),
    );
    expect(conflicts(parts)).toMatchObject([{ base: '15', mine: '16', theirs: '17' }]);
    expect(settledText(parts, {})).toBeNull();
    expect(takenFrom('theirs', parts)).toBe(BASE.replace('15 Uhr', '17 Uhr'));
    expect(takenFrom('mine', parts)).toBe(BASE.replace('15 Uhr', '16 Uhr'));
  });

  it('are not asked when both wrote the same', () => {
    const same = BASE.replace('15 Uhr', '16 Uhr');
    expect(mergeTexts(BASE, same, same)).toEqual([{ kind: 'agreed', text: same }]);
  });

  it('lose nothing when one of them emptied the text', () => {
    const parts = mergeTexts(BASE, BASE.replace('15', '16'), '');
    expect(takenFrom('mine', parts)).toContain('16');
  });

  const word = fc.constantFrom('Akku', 'heiß', 'kalt', 'Team', ' ', '. ', '\n');
  const text = fc.array(word, { maxLength: 25 }).map((words) => words.join(''));
  it('lose not a word, whatever they write', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const parts = mergeTexts(base, mine, theirs);
        const seen = parts.map((part) =>
          part.kind === 'agreed' ? part.text : part.mine + part.theirs,
        );
        // Words one of them brought in are on the screen, as often as that person wrote them.
        for (const name of ['Akku', 'heiß', 'kalt', 'Team']) {
          const count = (where: string): number => where.split(name).length - 1;
          const brought = Math.max(count(mine), count(theirs)) - count(base);
          if (brought > 0) expect(count(seen.join('|'))).toBeGreaterThanOrEqual(brought);
        }
      }),
      { numRuns: 500 },
    );
  });
  it('who changed nothing takes the other’s text, and the other way round', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(settledText(mergeTexts(base, base, changed), {})).toBe(changed);
        expect(settledText(mergeTexts(base, changed, base), {})).toBe(changed);
      }),
    );
  });

  it('wait for nothing, also with one word ten thousand times', () => {
    const many = 'ja '.repeat(6_600);
    const began = performance.now();
    const parts = mergeTexts(many, `${many}nein`, `doch ${many}`);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(takenFrom('mine', parts)).toBe(`${many}nein`);
  });
});
