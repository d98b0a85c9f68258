import { foldWord } from './fold-word.js';

/** A word of a text, with its place in the text as it was written. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** Numbers of the sentence and of the clause it stands in, counted through the text. */
  readonly sentence: number;
  readonly clause: number;
}

const INNER = '\\p{L}\\p{N}\\p{M}\\u00AD\\u200B-\\u200D\\u2060\\uFEFF';
const WORD = new RegExp(`[\\p{L}\\p{N}][${INNER}]*(?:['’][\\p{L}][${INNER}]*)*`, 'gu');
const ABBREVIATIONS = new Set(
  'abs art bzw ca co dr etc evtl ggf inkl mr mrs ms nr prof st str tel usw vgl zzgl no'.split(' '),
);

/**
 * Words in order, by sentence and clause. A single line break ends neither: people wrap lines. One
 * pass, whatever the text.
 */
export function readWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let clause = 0;
  for (const match of text.matchAll(WORD)) {
    const last = words.at(-1);
    if (last) {
      const between = text.slice(last.end, match.index);
      if (endsSentence(between, last.folded)) {
        sentence++;
        clause++;
      } else if (/[,;:()\u2013\u2014]/.test(between)) clause++;
    }
    const end = match.index + match[0].length;
    words.push({ folded: foldWord(match[0]), start: match.index, end, sentence, clause });
  }
  return words;
}

function endsSentence(between: string, before: string): boolean {
  if (/[!?\u2026]/.test(between) || /\n[^\S\n]*\n/.test(between)) return true;
  if (!/\.[^\p{L}\p{N}]*\s/u.test(between)) return false;
  // "am 3. Dezember", "z. B.", "Dr. Voss"
  return !/^(\p{L}|\d{1,2})$/u.test(before) && !ABBREVIATIONS.has(before);
}
