import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Lexicon } from '../lexicon/lexicon.js';
import { compileMatcher } from '../match/compile-matcher.js';
import { parseQuery } from './parse-query.js';
import { printQuery } from './print-query.js';
import { QUERY_ERROR_CODES, QUERY_LIMITS } from './query.js';

const numRuns = Number(process.env['FUZZ_RUNS'] ?? 500);

const none = { role: new Uint8Array(0), weight: new Int8Array(0), flags: new Uint8Array(0) };
/** Only topics matter here. */
const silent: Lexicon = {
  patterns: [],
  columns: [none, none, none],
  speaks: new Uint8Array(0),
  sizes: { de: 0, en: 0, shared: 0 },
};
const piece = fc.oneof(
  fc.constantFrom(
    ...['AND', 'OR', 'NOT', 'UND', 'ODER', 'NICHT', '(', ')', '((', '"', '„', '“', '-', '--', '*'],
    ...[
      '**',
      'a*',
      '*ab*',
      'bahn*',
      '@',
      '#',
      '@bahn',
      '#bahn',
      'lang:',
      'lang:de',
      'source:"a b"',
    ],
    ...['author:@x', 'nope:x', ':', '\u0000', '\ud800', '🔥', 'ß', 'İ', '\u0301', '\u200d', '\n'],
    ...['bahn', 'Straße', "don't", 'check-in', '…'],
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const query = fc
  .tuple(fc.array(piece, { maxLength: 25 }), fc.constantFrom(' ', '', '\t'))
  .map(([pieces, between]) => pieces.join(between));
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(' ')),
);

describe('whatever is typed as a watch query', () => {
  it('is understood, or refused at its place by a known code', () => {
    fc.assert(
      fc.property(query, text, (typed, said) => {
        const parsed = parseQuery(typed);
        if (parsed.ok) {
          const again = parseQuery(printQuery(parsed.query));
          expect(again).toEqual({ ok: true, query: parsed.query });
          const matcher = compileMatcher([{ id: 1, query: parsed.query }], silent);
          expect(matcher.firstLook({ text: said, source: 's', channel: 'x' }).topics).toBeDefined();
          return;
        }
        expect(parsed.errors.length).toBeGreaterThan(0);
        for (const { code, position, length } of parsed.errors) {
          expect(QUERY_ERROR_CODES).toContain(code);
          expect(position).toBeGreaterThanOrEqual(0);
          expect(position + length).toBeLessThanOrEqual(typed.length);
        }
      }),
      { numRuns },
    );
  });

  it('is read in a moment, however it is nested', () => {
    const { length } = QUERY_LIMITS;
    const worst = ['(', 'NOT ', '-', '"a" ', '*abcd* ', 'a OR ', '((a ', '@', 'x:', '" '].map(
      (part) => part.repeat(length).slice(0, length),
    );
    for (const typed of worst) {
      const started = performance.now();
      parseQuery(typed);
      expect(performance.now() - started).toBeLessThan(1_000);
    }
  });
});
