import type { WordStream } from '../match/word-stream.js';
import { BREAK } from '../match/word-stream.js';

const CAPITALS = 1.3;
const DRAWN_OUT = 1.25;
const LONG_TEXT = 45;
const ASIDE = 0.5;
const LETTER = /\p{L}/u;
const STRETCHED = /(\p{L})\1\1/u;

export interface Emphasis {
  /** Factor per word. */
  readonly factors: Float32Array;
  /** Share of words that shout (capitals, drawn out letters), 0..1. */
  readonly shouting: number;
}

/**
 * How much each word counts: words in capitals (in a text that is not all capitals) and drawn out words
 * ("soooo") more; in long texts every word less, and least in sentences that do not name the subject
 * (`subject`: its words are marked 1; the first sentence counts as a title).
 */
export function weighWords(text: string, stream: WordStream, subject: Uint8Array): Emphasis {
  const { words, starts, ends, breaks } = stream;
  const factors = new Float32Array(words).fill(
    words > LONG_TEXT ? Math.sqrt(LONG_TEXT / words) : 1,
  );
  const loud = new Uint8Array(words);
  let capitals = 0;
  let cased = 0;
  for (let w = 0; w < words; w++) {
    const word = text.slice(starts[w], Math.min(ends[w] as number, (starts[w] as number) + 40));
    if (word.length < 3 || !LETTER.test(word)) continue;
    cased++;
    if (word === word.toUpperCase() && word !== word.toLowerCase()) {
      capitals++;
      loud[w] = 1;
    } else if (STRETCHED.test(word)) loud[w] = 2;
  }
  const allCapitals = cased > 3 && capitals > cased * 0.7;
  let shouting = 0;
  for (let w = 0; w < words; w++) {
    if (loud[w] === 0) continue;
    shouting++;
    if (loud[w] === 2) factors[w] = (factors[w] as number) * DRAWN_OUT;
    else if (!allCapitals) factors[w] = (factors[w] as number) * CAPITALS;
  }
  if (words > LONG_TEXT && subject.includes(1)) dimAsides(factors, breaks, subject);
  return { factors, shouting: cased > 0 ? shouting / cased : 0 };
}

function dimAsides(factors: Float32Array, breaks: Uint8Array, subject: Uint8Array): void {
  let start = 0;
  let named = true;
  for (let w = 0; w <= factors.length; w++) {
    const ends = w === factors.length || (w > 0 && ((breaks[w] as number) & BREAK.sentence) !== 0);
    if (ends) {
      if (!named) for (let k = start; k < w; k++) factors[k] = (factors[k] as number) * ASIDE;
      named = false;
      start = w;
    }
    if (subject[w] === 1) named = true;
  }
}
