import type { QueryError } from './query.js';

export type TokenKind = 'and' | 'or' | 'not' | 'open' | 'close' | 'text' | 'phrase';

export interface QueryToken {
  readonly kind: TokenKind;
  /** What stands between the quotes, or the token as typed. */
  readonly text: string;
  readonly position: number;
  readonly length: number;
}

const OPERATORS: Readonly<Record<string, TokenKind>> = {
  AND: 'and',
  UND: 'and',
  OR: 'or',
  ODER: 'or',
  NOT: 'not',
  NICHT: 'not',
};
/** Word processors turn straight quotes into these; all of them open and close a phrase. */
const QUOTES = '"“”„‟»«';
const SPACE = /\s/;
/** In `name:"…"` the quotes belong to the value. */
const FIELD_START = /^[\p{L}]+:$/u;

/** Splits a query into tokens. Operators are upper case only, so that "or" and "und" stay searchable words. */
export function tokenizeQuery(query: string): { tokens: QueryToken[]; errors: QueryError[] } {
  const tokens: QueryToken[] = [];
  const errors: QueryError[] = [];
  const add = (kind: TokenKind, text: string, position: number, end: number): void => {
    tokens.push({ kind, text, position, length: end - position });
  };
  const closingQuote = (from: number): number => {
    let end = from;
    while (end < query.length && !QUOTES.includes(query[end] as string)) end++;
    if (end >= query.length)
      errors.push({
        code: 'unclosedQuote',
        position: from - 1,
        length: query.length - from + 1,
        params: {},
      });
    return end;
  };

  let i = 0;
  while (i < query.length) {
    const char = query[i] as string;
    if (SPACE.test(char)) i++;
    else if (char === '(') add('open', char, i, ++i);
    else if (char === ')') add('close', char, i, ++i);
    else if (QUOTES.includes(char)) {
      const end = closingQuote(i + 1);
      add('phrase', query.slice(i + 1, end), i, Math.min(end + 1, query.length));
      i = end + 1;
    } else if (char === '-' && i + 1 < query.length && !/[\s)-]/.test(query[i + 1] as string))
      add('not', char, i, ++i);
    else {
      const start = i;
      while (
        i < query.length &&
        !SPACE.test(query[i] as string) &&
        !'()'.includes(query[i] as string)
      ) {
        if (QUOTES.includes(query[i] as string)) {
          if (FIELD_START.test(query.slice(start, i))) i = closingQuote(i + 1) + 1;
          break;
        }
        i++;
      }
      i = Math.min(i, query.length);
      const text = query.slice(start, i);
      add(OPERATORS[text] ?? 'text', text, start, i);
    }
  }
  return { tokens, errors };
}
