import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markMistakes } from './mark-mistakes.js';

const wrong = (query: string, ...mistakes: { position: number; length: number }[]) =>
  markMistakes(query, mistakes)
    .filter((part) => part.isMistake)
    .map((part) => part.text);

describe('mistakes in a query', () => {
  it('are marked at their place', () => {
    expect(wrong('akku foo:bar rad', { position: 5, length: 4 })).toEqual(['foo:']);
  });
  it('without length cover the character where they are', () => {
    expect(wrong('a (b', { position: 2, length: 0 })).toEqual(['(']);
  });
  it('at the very end have a place of their own', () => {
    expect(wrong('akku OR', { position: 7, length: 0 })).toEqual(['\u00a0']);
  });
  it('never lose or repeat a character of the query', () => {
    const mistake = fc.record({ position: fc.nat(40), length: fc.nat(40) });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(mistake), (query, mistakes) => {
        const text = markMistakes(query, mistakes)
          .map((part) => part.text)
          .join('');
        expect(text.slice(0, query.length)).toBe(query);
        expect(text.length - query.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
