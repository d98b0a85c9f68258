import type { QueryTerm, WordMatch } from '../query/query.js';
import { BREAK, WordStream } from './word-stream.js';

/** A sequence of folded units to look for; a 0 at either end asks for a word edge there. */
export interface Pattern {
  readonly units: Uint16Array;
  /** Words it spans (an open end counts as one). */
  readonly words: number;
  /** 0, or the sign that must stand before its first word (`BREAK.handle`, `BREAK.hashtag`). */
  readonly mark: number;
}

const stream = new WordStream();

/** Null when the text holds nothing searchable. */
export function wordPattern(text: string, match: WordMatch = 'word', mark = 0): Pattern | null {
  stream.reset().append(text);
  if (stream.words === 0) return null;
  const from = match === 'suffix' || match === 'infix' ? 1 : 0;
  const to = match === 'prefix' || match === 'infix' ? stream.length - 1 : stream.length;
  return { units: stream.units.slice(from, to), words: stream.words, mark };
}

export function termPattern(term: QueryTerm): Pattern | null {
  switch (term.kind) {
    case 'word':
      return wordPattern(term.text, term.match);
    case 'phrase':
      return wordPattern(term.text);
    case 'handle':
      return wordPattern(term.text, 'word', BREAK.handle);
    case 'hashtag':
      return wordPattern(term.text, 'word', BREAK.hashtag);
  }
}

/** Equal for patterns that find the same. */
export function patternKey(pattern: Pattern): string {
  return String.fromCharCode(pattern.mark, ...pattern.units);
}
