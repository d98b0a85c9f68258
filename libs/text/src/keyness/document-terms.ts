import { splitEntries } from '../lexicon/read-word-list.js';
import { BREAK, WordStream } from '../match/word-stream.js';
import { findMutedWords } from '../polarity/muted-words.js';
import { STOP_WORDS } from './stop-words.data.js';

const MIN_LETTERS = 3;
const MAX_LETTERS = 40;
const MAX_TERMS = 400;
const LETTER = /\p{L}/u;
const stream = new WordStream();
let stopWords: ReadonlySet<string> | undefined;

/**
 * The words and neighbouring word pairs a text is about: folded, each once, without stop words, numbers,
 * links, handles and `muted` terms (a * at either end is open). At most 400, in order of appearance.
 */
export function documentTerms(text: string, muted: readonly string[] = []): string[] {
  stopWords ??= readStopWords();
  stream.reset().append(text);
  const silent = findMutedWords(stream, muted);
  const terms = new Set<string>();
  let previous = '';
  let link = -1;
  let word = -1;
  for (let from = 0; from < stream.length && terms.size < MAX_TERMS;) {
    if (stream.units[from] === 0) {
      from++;
      continue;
    }
    let to = from;
    while (stream.units[to] !== 0) to++;
    word++;
    const folded = String.fromCharCode(...stream.units.subarray(from, Math.min(to, from + 64)));
    const start = stream.starts[word] as number;
    from = to;
    if (start < link) continue;
    if (folded === 'http' || folded === 'https' || folded === 'www') link = endOfLink(text, start);
    const breaks = stream.breaks[word] as number;
    const fits =
      start >= link &&
      silent[word] !== 1 &&
      (breaks & BREAK.handle) === 0 &&
      folded.length >= MIN_LETTERS &&
      folded.length <= MAX_LETTERS &&
      LETTER.test(folded) &&
      !stopWords.has(folded);
    if (!fits) {
      previous = '';
      continue;
    }
    terms.add(folded);
    if (previous !== '' && (breaks & (BREAK.sentence | BREAK.clause)) === 0)
      terms.add(`${previous} ${folded}`);
    previous = folded;
  }
  return [...terms];
}

function endOfLink(text: string, start: number): number {
  const length = text.slice(start, start + 2048).search(/\s/);
  return length < 0 ? text.length : start + length;
}

function readStopWords(): ReadonlySet<string> {
  const words = new WordStream();
  return new Set(
    splitEntries(STOP_WORDS).map((entry) => {
      words.reset().append(entry);
      return String.fromCharCode(...words.units.subarray(1, words.length - 1));
    }),
  );
}
