import { foldWord } from './fold-word.js';
import type { Word } from './read-words.js';

/** One way a word of a phrase may be written: `jemand`, `einzelf*`, `*daten`. */
interface Spelling {
  readonly letters: string;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}
/** A word, or up to some words that do not matter. */
type Part = readonly Spelling[] | 'gap';

/** A phrase ready to be looked for. */
export interface Phrase {
  readonly written: string;
  readonly parts: readonly Part[];
}

export interface FoundPhrase {
  readonly phrase: Phrase;
  /** Places in the list of words: first, and one after the last. */
  readonly from: number;
  readonly to: number;
}

/** So many words may stand where a phrase has `…`. */
const GAP = 6;
/** What a gap never reaches over: another thought begins. */
const JOINTS = new Set(['und', 'oder', 'aber', 'denn', 'sondern', 'and', 'or', 'but']);

/**
 * A phrase as people write it: words; `a/b` for either; `*` for any beginning or ending; `…` for up
 * to six words of the same thought. Null: it has no word.
 */
export function readPhrase(written: string): Phrase | null {
  const parts: Part[] = [];
  for (const piece of written.trim().split(/\s+/)) {
    if (piece === '…') {
      if (parts.length > 0) parts.push('gap');
      continue;
    }
    // What is no letter ends a word in texts, so it does here: "one-off" is two words.
    const inner = piece.split('/').map((spelling) => spelling.split(/[^\p{L}\p{N}\p{M}*'’]+/u));
    if (inner.some((words) => words.filter(hasLetters).length > 1)) {
      for (const words of inner)
        for (const word of words.filter(hasLetters)) parts.push([toSpelling(word)]);
      continue;
    }
    const spellings = inner.flatMap((words) => words.filter(hasLetters).map(toSpelling));
    if (spellings.length > 0) parts.push(spellings);
  }
  while (parts.at(-1) === 'gap') parts.pop();
  return parts.length === 0 ? null : { written, parts };
}

function hasLetters(word: string): boolean {
  return /[\p{L}\p{N}]/u.test(word);
}

function toSpelling(word: string): Spelling {
  return {
    letters: foldWord(word.replaceAll('*', '')),
    openStart: word.startsWith('*'),
    openEnd: word.endsWith('*'),
  };
}

/** Phrases by their first word, so that a text is read once however many there are. */
export interface PhraseIndex {
  readonly closed: ReadonlyMap<string, readonly Phrase[]>;
  readonly open: readonly Phrase[];
}

export function indexPhrases(written: readonly string[]): PhraseIndex {
  const closed = new Map<string, Phrase[]>();
  const open: Phrase[] = [];
  for (const phrase of written.map(readPhrase)) {
    const first = phrase?.parts[0];
    if (!phrase || !first || first === 'gap') continue;
    if (first.some(({ openStart, openEnd }) => openStart || openEnd)) open.push(phrase);
    else {
      for (const { letters } of first)
        closed.set(letters, [...(closed.get(letters) ?? []), phrase]);
    }
  }
  return { closed, open };
}

/** Every place of every phrase, in order. Bounded work per word: no text makes it slow. */
export function findPhrases(words: readonly Word[], index: PhraseIndex): readonly FoundPhrase[] {
  const found: FoundPhrase[] = [];
  words.forEach((word, from) => {
    for (const phrase of [...(index.closed.get(word.folded) ?? []), ...index.open]) {
      const to = endOf(phrase.parts, words, from);
      if (to !== null) found.push({ phrase, from, to });
    }
  });
  return found;
}

/** Where the phrase that begins here ends; a gap takes as few words as it can. */
function endOf(parts: readonly Part[], words: readonly Word[], from: number): number | null {
  const sentence = words[from]?.sentence;
  let at = from;
  let slack = 0;
  for (const part of parts) {
    if (part === 'gap') {
      slack = GAP;
      continue;
    }
    for (;;) {
      const word = words[at];
      if (!word || word.sentence !== sentence) return null;
      if (part.some((spelling) => isSpelt(word.folded, spelling))) break;
      if (slack === 0 || JOINTS.has(word.folded)) return null;
      slack--;
      at++;
    }
    slack = 0;
    at++;
  }
  return at;
}

function isSpelt(folded: string, { letters, openStart, openEnd }: Spelling): boolean {
  if (openStart && openEnd) return folded.includes(letters);
  if (openStart) return folded.endsWith(letters);
  return openEnd ? folded.startsWith(letters) : folded === letters;
}
