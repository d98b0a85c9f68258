import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryQuery } from '../testing/arbitrary-query.js';
import { findUnanchored } from './find-unanchored.js';
import { parseQuery } from './parse-query.js';
import { mutedTerms } from './positive-terms.js';
import { printQuery } from './print-query.js';
import type { Query, QueryErrorCode } from './query.js';
import { QUERY_LIMITS } from './query.js';

function parsed(text: string): Query {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.query;
}
const word = (text: string): Query => ({ kind: 'word', text, match: 'word' });

describe('parseQuery', () => {
  it('lets terms side by side mean AND, OR bind weakest and NOT strongest', () => {
    expect(parsed('a b OR c NOT d')).toEqual({
      kind: 'or',
      items: [
        { kind: 'and', items: [word('a'), word('b')] },
        { kind: 'and', items: [word('c'), { kind: 'not', item: word('d') }] },
      ],
    });
  });

  it('understands German operators and the minus sign', () => {
    expect(parsed('a UND (b ODER c) NICHT d')).toEqual(parsed('a (b OR c) -d'));
  });

  it('keeps small "and", "or" and "nicht" as words to look for', () => {
    expect(printQuery(parsed('nicht und or'))).toBe('nicht und or');
    expect(parsed('nicht und or').kind).toBe('and');
  });

  it('reads phrases in the quotes a word processor makes', () => {
    expect(parsed('„nie wieder“ “never again” »schon gut«')).toEqual({
      kind: 'and',
      items: ['nie wieder', 'never again', 'schon gut'].map((text) => ({ kind: 'phrase', text })),
    });
  });

  it('reads stars, handles, hashtags and fields', () => {
    expect(
      parsed('bahn* *skandal *mittel* @db_info #Streik source:"my feed" Autor:@max lang:de'),
    ).toEqual({
      kind: 'and',
      items: [
        { kind: 'word', text: 'bahn', match: 'prefix' },
        { kind: 'word', text: 'skandal', match: 'suffix' },
        { kind: 'word', text: 'mittel', match: 'infix' },
        { kind: 'handle', text: 'db_info' },
        { kind: 'hashtag', text: 'Streik' },
        { kind: 'field', field: 'source', value: 'my feed' },
        { kind: 'field', field: 'author', value: '@max' },
        { kind: 'field', field: 'lang', value: 'de' },
      ],
    });
  });

  const wrong: [string, QueryErrorCode, number, number][] = [
    ['', 'empty', 0, 0],
    ['   ', 'empty', 0, 3],
    ['bahn "nie wieder', 'unclosedQuote', 5, 11],
    ['bahn (streik', 'unclosedParenthesis', 5, 1],
    ['bahn) streik', 'unexpectedParenthesis', 4, 1],
    ['bahn AND', 'missingOperand', 5, 3],
    ['OR bahn', 'missingOperand', 0, 2],
    ['bahn ()', 'missingOperand', 5, 1],
    ['bahn ""', 'emptyPhrase', 5, 2],
    ['bahn ++', 'noLetters', 5, 2],
    ['ab*', 'wildcardTooShort', 0, 3],
    ['*abc*', 'wildcardTooShort', 0, 5],
    ['ba*hn', 'wildcardInside', 2, 1],
    ['@bahn*', 'wildcardInside', 5, 1],
    ['quark:x bahn', 'unknownField', 0, 6],
    ['bahn lang:', 'missingValue', 5, 5],
    ['NOT bahn', 'onlyNegative', 0, 8],
    ['bahn OR NOT zug', 'onlyNegative', 0, 15],
    ['lang:de', 'onlyLanguage', 0, 7],
    ['a '.repeat(501), 'tooManyTerms', 1000, 1],
    [`${'('.repeat(33)}a${')'.repeat(33)}`, 'tooDeep', 32, 1],
    ['a'.repeat(QUERY_LIMITS.length + 1), 'tooLong', QUERY_LIMITS.length, 1],
  ];
  it.each(wrong)('names the place of the mistake in %j: %s', (text, code, position, length) => {
    const result = parseQuery(text);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.errors[0]).toMatchObject({ code, position, length });
  });

  it('lists all mistakes in the order of the text', () => {
    const result = parseQuery('quark:x ab* "" AND');
    expect(result.ok ? [] : result.errors.map(({ code }) => code)).toEqual([
      'unknownField',
      'wildcardTooShort',
      'emptyPhrase',
      'missingOperand',
    ]);
  });

  it('answers anything a person can type without throwing', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '"',
      'AND',
      'OR',
      'NOT',
      '-',
      'a',
      'ab*',
      '*',
      '@',
      '#',
      ':',
      'lang:',
      ' ',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const result = parseQuery(text);
        if (result.ok) expect(parsed(printQuery(result.query))).toEqual(result.query);
        else
          for (const { position, length } of result.errors)
            expect(position + length).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('reads back every query it prints', () => {
    fc.assert(
      fc.property(
        arbitraryQuery.filter((query) => findUnanchored(query) === null),
        (query) => {
          expect(parsed(printQuery(query))).toEqual(query);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('mutes the words a topic is about, but not those it excludes', () => {
    expect(mutedTerms(parsed('bahn "der skandal" *streik* -lob lang:de'))).toEqual([
      'bahn',
      'der skandal',
      '*streik*',
    ]);
  });
});
