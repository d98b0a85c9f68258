import { fold } from '../fold/fold.js';
import type { Query, QueryError, QueryErrorCode, QueryField, WordMatch } from './query.js';
import { QUERY_LIMITS } from './query.js';
import type { QueryToken } from './query-tokens.js';

const FIELDS: Readonly<Record<string, QueryField>> = {
  source: 'source',
  quelle: 'source',
  lang: 'lang',
  sprache: 'lang',
  author: 'author',
  autor: 'author',
};
const FIELD = /^(\p{L}+):(.*)$/su;
const LETTER = /[\p{L}\p{N}_]|(?=[\u2300-\uffff])\p{Extended_Pictographic}|\p{Emoji_Presentation}/u;
const LETTERS = /[\p{L}\p{N}_]/gu;

/** Reads one text or phrase token; reports at most one error and then answers null. */
export function readTerm(token: QueryToken, report: (error: QueryError) => void): Query | null {
  const fail = (
    code: QueryErrorCode,
    params: QueryError['params'] = {},
    offset = 0,
    length = token.length - offset,
  ): null => {
    report({ code, position: token.position + offset, length, params });
    return null;
  };
  const { text } = token;
  if (token.kind === 'phrase') {
    if (text.trim() === '') return fail('emptyPhrase');
    return LETTER.test(text) ? { kind: 'phrase', text } : fail('noLetters', { term: text });
  }

  const field = FIELD.exec(text);
  if (field) {
    const [, name = '', raw = ''] = field;
    const known = FIELDS[name.toLowerCase()];
    if (!known) return fail('unknownField', { field: name }, 0, name.length + 1);
    const value = unquote(raw).trim();
    return value === ''
      ? fail('missingValue', { field: known })
      : { kind: 'field', field: known, value };
  }

  const marked = text[0] === '@' || text[0] === '#';
  const bare = marked ? text.slice(1) : text;
  const inner = bare.replace(/^\*+|\*+$/g, '');
  if (!LETTER.test(inner)) return fail('noLetters', { term: text });
  const star = inner.indexOf('*');
  if (star >= 0) return fail('wildcardInside', { term: text }, text.indexOf('*', 1), 1);
  if (marked) {
    if (inner !== bare) return fail('wildcardInside', { term: text }, text.indexOf('*'), 1);
    return { kind: text[0] === '@' ? 'handle' : 'hashtag', text: bare };
  }
  const match = wildcards(bare);
  if (match !== 'word') {
    const letters = fold(inner).text.match(LETTERS)?.length ?? 0;
    const min = match === 'prefix' ? QUERY_LIMITS.prefix : QUERY_LIMITS.infix;
    if (letters < min) return fail('wildcardTooShort', { term: text, min });
  }
  return { kind: 'word', text: inner, match };
}

function wildcards(text: string): WordMatch {
  const open = text.startsWith('*');
  if (text.endsWith('*')) return open ? 'infix' : 'prefix';
  return open ? 'suffix' : 'word';
}

function unquote(value: string): string {
  return value.replace(/^["“”„‟»«]|["“”„‟»«]$/g, '');
}
