import fc from 'fast-check';
import type { Query } from '../query/query.js';
import { combine } from '../query/query.js';

/** Few words, so that random texts and random queries meet often. */
export const WORDS = [
  'Bahn',
  'bahn',
  'Strasse',
  'Straße',
  'Müller',
  'mueller',
  'skandal',
  'Lebensmittelskandal',
  'Café',
  'cafe',
  'check-in',
  "don't",
  'нет',
  'ελλάδα',
  'a1',
  'über',
];

const word = fc.constantFrom(...WORDS);
const long = fc.constantFrom('Bahn', 'skandal', 'Müll', 'straß', 'lebens', 'über', 'mittel');

/** Any tree the parser may answer, anchored or not. */
export const arbitraryQuery: fc.Arbitrary<Query> = fc.letrec<{ query: Query; leaf: Query }>(
  (tie) => ({
    leaf: fc.oneof(
      word.map((text): Query => ({ kind: 'word', text, match: 'word' })),
      fc
        .tuple(long, fc.constantFrom('prefix' as const, 'suffix' as const, 'infix' as const))
        .map(([text, match]): Query => ({ kind: 'word', text, match })),
      fc
        .array(word, { minLength: 1, maxLength: 3 })
        .map((words): Query => ({ kind: 'phrase', text: words.join(' ') })),
      word.map((text): Query => ({ kind: 'handle', text })),
      word.map((text): Query => ({ kind: 'hashtag', text })),
      fc
        .tuple(
          fc.constantFrom('source' as const, 'author' as const, 'lang' as const),
          fc.constantFrom('de', 'en', 'x', 'Jörg', 'my feed'),
        )
        .map(([field, value]): Query => ({ kind: 'field', field, value })),
    ),
    query: fc.oneof(
      { depthSize: 'small', maxDepth: 5 },
      tie('leaf'),
      tie('query').map((item): Query => ({ kind: 'not', item })),
      fc
        .tuple(
          fc.constantFrom('and' as const, 'or' as const),
          fc.array(tie('query'), { minLength: 2, maxLength: 4 }),
        )
        .map(([kind, items]) => combine(kind, items)),
    ),
  }),
).query;

/** Texts made of the same words, with signs and separators between them. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom(' ', ', ', '. ', '-', ' @', ' #', '\n', '…', '🔥', 'x', '.@'),
      fc.oneof(
        { weight: 5, arbitrary: word },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      ),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.flat().join(''));
