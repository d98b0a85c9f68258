import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Lexicon } from '../lexicon/lexicon.js';
import { standardLexicon } from '../lexicon/standard-lexicon.js';
import { findUnanchored } from '../query/find-unanchored.js';
import { parseQuery } from '../query/parse-query.js';
import type { Query } from '../query/query.js';
import { arbitraryQuery, arbitraryText } from '../testing/arbitrary-query.js';
import { matchesNaively } from '../testing/matches-naively.js';
import { compileMatcher, type FirstLookDocument } from './compile-matcher.js';

const lexicon = standardLexicon();
const none = { role: new Uint8Array(0), weight: new Int8Array(0), flags: new Uint8Array(0) };
/** Where only topics matter: builds at once. */
const silent: Lexicon = {
  patterns: [],
  columns: [none, none, none],
  speaks: new Uint8Array(0),
  sizes: { de: 0, en: 0, shared: 0 },
};

function query(text: string): Query {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.query;
}
function matches(text: string, doc: string | FirstLookDocument): boolean {
  const matcher = compileMatcher(
    [{ id: 7, query: query(text) }],
    / lang:/.test(text) ? lexicon : silent,
  );
  return matcher.firstLook(typeof doc === 'string' ? { text: doc } : doc).topics.includes(7);
}

describe('what a watch query finds', () => {
  it.each([
    ['bahn', 'Die BAHN kommt', true],
    ['bahn', 'Die Bahnen kommen', false],
    ['bahn*', 'Die Bahnen kommen', true],
    ['*skandal*', 'ein Lebensmittelskandal', true],
    ['*skandal', 'zwei Lebensmittelskandale', false],
    ['strasse', 'Straße gesperrt', true],
    ['Müller', 'Herr Mueller', true],
    ['Mueller', 'Herr Müller', true],
    ['cafe', 'im Café', true],
    ['"nie wieder"', 'Nie, wieder!', true],
    ['"nie wieder"', 'nie mehr wieder', false],
    ['@bahn', 'Hallo @Bahn!', true],
    ['@bahn', 'mail@bahn.example', false],
    ['@bahn', 'die bahn', false],
    ['bahn', 'Hallo @Bahn!', true],
    ['#bahn', 'zu spät #Bahn', true],
    ['#bahn', 'zu spät @Bahn', false],
    ["don't", 'I don’t know', true],
    ['lufthansa streik', 'Streik! Lufthansa fällt aus', true],
    ['lufthansa -streik', 'Streik! Lufthansa fällt aus', false],
    ['💩', 'alles💩hier', true],
    ['💩', 'alles 💪 hier', false],
    ['Ελλάδα', 'ΕΛΛΆΔΑ', true],
  ])('%s in %j: %s', (text, doc, expected) => {
    expect(matches(text, doc)).toBe(expected);
  });

  it('looks at title and text, but no phrase spans them', () => {
    expect(matches('wieder', { title: 'nie wieder', text: 'x' })).toBe(true);
    expect(matches('"nie wieder"', { title: 'nie', text: 'wieder' })).toBe(false);
  });

  it('asks source, channel, language and author as fields', () => {
    const doc = {
      text: 'hallo',
      source: 'Mein Feed',
      channel: 'x',
      authorHandle: 'Jörg',
      lang: 'de-AT',
    };
    expect(matches('source:"mein feed"', doc)).toBe(true);
    expect(matches('source:X', doc)).toBe(true);
    expect(matches('author:@joerg', doc)).toBe(true);
    expect(matches('hallo lang:de', doc)).toBe(true);
    expect(matches('hallo lang:en', doc)).toBe(false);
  });

  it('guesses the language where the source claims none', () => {
    expect(matches('bahn lang:de', 'Die Bahn ist heute nicht gekommen')).toBe(true);
    expect(matches('bahn lang:en', 'Die Bahn ist heute nicht gekommen')).toBe(false);
  });

  it('agrees with the slow reference on any texts and queries, alone and among others', () => {
    const document = fc.record(
      {
        text: arbitraryText,
        title: arbitraryText,
        source: fc.constantFrom('x', 'My Feed'),
        authorHandle: fc.constantFrom('jörg', 'x'),
        channel: fc.constantFrom('x', 'news'),
        lang: fc.constantFrom('de', 'en'),
      },
      { requiredKeys: ['text', 'lang'] },
    );
    const anchored = arbitraryQuery.filter((tree) => findUnanchored(tree) === null);
    fc.assert(
      fc.property(
        fc.array(anchored, { minLength: 1, maxLength: 12 }),
        fc.array(document, { minLength: 1, maxLength: 12 }),
        (queries, documents) => {
          const matcher = compileMatcher(
            queries.map((tree, id) => ({ id, query: tree })),
            silent,
          );
          for (const doc of documents)
            expect(matcher.firstLook(doc).topics).toEqual(
              queries.flatMap((tree, id) => (matchesNaively(tree, doc) ? [id] : [])),
            );
        },
      ),
      { numRuns: 250 },
    );
  }, 120_000);
});

describe('first look', () => {
  const matcher = compileMatcher([{ id: 1, query: query('bahn') }], lexicon);

  it('says in one pass which topics, how negative and which language', () => {
    const bad = matcher.firstLook({
      text: 'Die Bahn ist eine Katastrophe, das ist einfach unverschämt',
    });
    expect(bad).toMatchObject({ topics: [1], lang: 'de' });
    expect(bad.negPermille).toBeGreaterThan(750);
    const good = matcher.firstLook({ text: 'Thank you for the great help, you are the best' });
    expect(good).toMatchObject({ topics: [], lang: 'en' });
    expect(good.negPermille).toBeLessThan(150);
    const other = matcher.firstLook({ text: 'Je ne sais pas pourquoi le train est en retard' });
    expect(other.lang).toBe('other');
  });

  it('survives hostile texts', () => {
    const line = 'bahn '.repeat(200_000);
    expect(matcher.firstLook({ text: line }).topics).toEqual([1]);
    for (const text of [
      '',
      '\u0000'.repeat(1000),
      '\ud800'.repeat(1000),
      '💩'.repeat(100_000),
      'ä'.repeat(300_000),
    ])
      expect(matcher.firstLook({ text }).topics).toEqual([]);
    expect(matcher.firstLook({ text: 'bahn' }).topics).toEqual([1]);
  });

  it('builds for ten thousand topics with bounded memory', () => {
    const topics = Array.from({ length: 10_000 }, (_, id) => ({
      id,
      query: query(`marke${id} (firma${id % 977} OR *produkt${id}*) -sport${id % 13}`),
    }));
    const many = compileMatcher(topics, lexicon);
    expect(many.bytes).toBeLessThan(80e6);
    expect(many.firstLook({ text: 'Die Marke4711 und die Firma803 im Vergleich' }).topics).toEqual([
      4711,
    ]);
  });
});
