import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Automaton, Hits } from './automaton.js';
import type { Pattern } from './pattern.js';
import { wordPattern } from './pattern.js';
import { WordStream } from './word-stream.js';

function find(patterns: readonly Pattern[], text: string, denseCells?: number): string[] {
  const hits = new Hits();
  new Automaton(patterns, denseCells).run(new WordStream().reset().append(text), hits);
  return Array.from({ length: hits.count }, (_, i) => `${hits.pattern[i]}@${hits.word[i]}`).sort();
}

describe('Automaton', () => {
  it('finds overlapping patterns and says in which word each ends', () => {
    const patterns = ['ab', 'b c', 'c'].map((text) => wordPattern(text) as Pattern);
    const inside = wordPattern('bcd', 'infix') as Pattern;
    expect(find([...patterns, inside], 'ab c, abcde b c')).toEqual([
      '0@0',
      '1@4',
      '2@1',
      '2@4',
      '3@2',
    ]);
  });

  it('finds the same with few full rows as with all', () => {
    const words = fc.array(fc.stringMatching(/^[ab]{1,5}$/), { minLength: 1, maxLength: 15 });
    const kind = fc.constantFrom(
      'word' as const,
      'prefix' as const,
      'suffix' as const,
      'infix' as const,
    );
    fc.assert(
      fc.property(
        words,
        fc.array(kind, { minLength: 15, maxLength: 15 }),
        words,
        (list, kinds, text) => {
          const patterns = list.map((word, i) => wordPattern(word, kinds[i]) as Pattern);
          const joined = text.join(' ');
          expect(find(patterns, joined, 1)).toEqual(find(patterns, joined));
          expect(find(patterns, joined, 40)).toEqual(find(patterns, joined));
        },
      ),
    );
  });

  it('tells characters apart that share a class', () => {
    const signs = Array.from({ length: 300 }, (_, i) => String.fromCharCode(0x4e00 + i));
    const patterns = signs.map((sign) => wordPattern(sign) as Pattern);
    signs.forEach((sign, i) => expect(find(patterns, `x ${sign} y`)).toEqual([`${i}@1`]));
  });
});
