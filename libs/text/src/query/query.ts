/** How much of a word a term must cover. German compounds are found with `infix` or `suffix`. */
export type WordMatch = 'word' | 'prefix' | 'suffix' | 'infix';

export type QueryField = 'source' | 'lang' | 'author';

/**
 * A watch query as a tree. `and` and `or` are flat and hold at least two items.
 * - word: one token; inner punctuation ("check-in", "don't") makes it a sequence of words.
 * - phrase: the words in this order with nothing but punctuation and spaces between them.
 * - handle: "@name" in the text, without the @. Who wrote it is `field author`.
 * - hashtag: "#name" in the text, without the #. A plain word also finds the hashtag and the handle.
 * - field: source (name or channel of the source), lang (de, en, ...), author (handle of who wrote it).
 */
export type Query =
  | { readonly kind: 'and'; readonly items: readonly Query[] }
  | { readonly kind: 'or'; readonly items: readonly Query[] }
  | { readonly kind: 'not'; readonly item: Query }
  | { readonly kind: 'word'; readonly text: string; readonly match: WordMatch }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'handle'; readonly text: string }
  | { readonly kind: 'hashtag'; readonly text: string }
  | { readonly kind: 'field'; readonly field: QueryField; readonly value: string };

export type QueryTerm = Extract<Query, { kind: 'word' | 'phrase' | 'handle' | 'hashtag' }>;

export const QUERY_LIMITS = {
  /** Length of the query in UTF-16 units. */
  length: 4000,
  /** Nesting of parentheses and NOT. */
  depth: 32,
  /** Terms and fields together. */
  terms: 500,
  /** Folded letters a term with * at its end must have. */
  prefix: 3,
  /** Folded letters a term with * at its start must have. */
  infix: 4,
} as const;

export const QUERY_ERROR_CODES = [
  'empty',
  'tooLong',
  'tooDeep',
  'tooManyTerms',
  'unclosedQuote',
  'unclosedParenthesis',
  'unexpectedParenthesis',
  'missingOperand',
  'emptyPhrase',
  'noLetters',
  'wildcardTooShort',
  'wildcardInside',
  'unknownField',
  'missingValue',
  'onlyNegative',
  'onlyLanguage',
] as const;
export type QueryErrorCode = (typeof QUERY_ERROR_CODES)[number];

/** `position` and `length` in UTF-16 units of the query as typed. */
export interface QueryError {
  readonly code: QueryErrorCode;
  readonly position: number;
  readonly length: number;
  readonly params: Readonly<Record<string, string | number>>;
}

export type ParsedQuery =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly errors: readonly QueryError[] };

/** Joins items, flattening equal kinds; a single item stays itself. */
export function combine(kind: 'and' | 'or', items: readonly Query[]): Query {
  const flat = items.flatMap((item) => (item.kind === kind ? item.items : [item]));
  const only = flat[0];
  return flat.length === 1 && only ? only : { kind, items: flat };
}
