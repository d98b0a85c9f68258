import { readEntry } from '../lexicon/read-word-list.js';
import type { Pattern } from '../match/pattern.js';
import { wordPattern } from '../match/pattern.js';
import type { WordStream } from '../match/word-stream.js';

const MEMORY = 5000;
const known = new Map<string, Pattern | null>();

function patternOf(term: string): Pattern | null {
  let pattern = known.get(term);
  if (pattern === undefined) {
    if (known.size >= MEMORY) known.clear();
    const { text, match } = readEntry(term.trim());
    pattern = wordPattern(text, match);
    known.set(term, pattern);
  }
  return pattern;
}

/** Marks (1) the words of a text that are covered by one of the terms. */
export function findMutedWords(stream: WordStream, terms: readonly string[]): Uint8Array {
  const muted = new Uint8Array(stream.words);
  const patterns = terms.map(patternOf).filter((pattern) => pattern !== null);
  if (patterns.length === 0) return muted;
  const { units, length } = stream;
  let word = 0;
  for (let at = 0; at < length; at++) {
    if (units[at] === 0) {
      if (at > 0 && units[at - 1] !== 0) word++;
    }
    for (const { units: wanted, words } of patterns) {
      if (units[at] !== wanted[0] || at + wanted.length > length) continue;
      let i = 1;
      while (i < wanted.length && units[at + i] === wanted[i]) i++;
      if (i === wanted.length) muted.fill(1, word, word + words);
    }
  }
  return muted;
}
