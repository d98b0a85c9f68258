import { hashGrams } from './hash-grams.js';
import type { Lang } from './lang.js';
import { isPairAt, LATIN, LETTER, lettersAt } from './letters.js';
import {
  LANGUAGE_ALPHABET,
  LANGUAGE_BUCKETS,
  LANGUAGE_SCALE,
  LANGUAGE_WEIGHTS,
} from './language-model.data.js';

export interface LanguageGuess {
  readonly lang: Lang;
  /** Probability of the best language in thousandths, also when the answer is `unknown`. */
  readonly confidence: number;
}

const LANGS = ['de', 'en', 'other'] as const;
const NOISE = /https?:\/\/\S+|www\.\S+|[@#][\p{L}\p{N}_.-]+|&\w+;/gu;
/** Without any of these there is no noise. */
const NOISE_SIGNS = ['@', '#', '&', 'http', 'www.'];
/** Longer texts tell nothing more. */
const MAX_LENGTH = 600;
const MIN_LETTERS = 3;
const SURE = 620;
/** A claim by the source decides ties; it is worth this much in log-odds. */
const PRIOR = 1.2;

let weights: Int8Array | undefined;

/**
 * Tells German, English and other languages apart by character n-grams. `claimed` (a language tag) is the
 * source's own claim and only tips the balance. Never throws.
 */
export function detectLanguage(text: string, claimed?: string): LanguageGuess {
  const plain = withoutNoise(text.slice(0, MAX_LENGTH * 2)).slice(0, MAX_LENGTH);
  const { letters, latin } = countLetters(plain);
  const prior = claimed?.slice(0, 2).toLowerCase() ?? '';
  if (letters < MIN_LETTERS) return { lang: 'unknown', confidence: 334 };
  if (latin * 2 < letters) return { lang: 'other', confidence: 990 };

  const odds = score(plain);
  LANGS.forEach((lang, i) => {
    if (prior !== '' && (lang === prior || (lang === 'other' && prior !== 'de' && prior !== 'en')))
      odds[i] = (odds[i] as number) + PRIOR;
  });
  const top = Math.max(...odds);
  const shares = odds.map((value) => Math.exp(value - top));
  const best = odds.indexOf(top);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const confidence = Math.round(1000 / total);
  return { lang: confidence < SURE ? 'unknown' : (LANGS[best] as Lang), confidence };
}

function withoutNoise(text: string): string {
  return NOISE_SIGNS.some((sign) => text.includes(sign)) ? text.replace(NOISE, ' ') : text;
}

function countLetters(text: string): { letters: number; latin: number } {
  let letters = 0;
  let latin = 0;
  for (let at = 0; at < text.length; at++) {
    const bits = lettersAt(text, at);
    if (bits & LETTER) letters++;
    if (bits & LATIN) latin++;
    if (isPairAt(text, at)) at++;
  }
  return { letters, latin };
}

function score(text: string): [number, number, number] {
  const table = (weights ??= decodeWeights());
  let grams = 0;
  let de = 0;
  let en = 0;
  let other = 0;
  hashGrams(text, LANGUAGE_BUCKETS, (bucket) => {
    const at = bucket * LANGS.length;
    grams++;
    de += table[at] as number;
    en += table[at + 1] as number;
    other += table[at + 2] as number;
  });
  const scale = LANGUAGE_SCALE / Math.sqrt(Math.max(1, grams));
  return [de * scale, en * scale, other * scale];
}

function decodeWeights(): Int8Array {
  const middle = (LANGUAGE_ALPHABET.length - 1) / 2;
  const values = new Map([...LANGUAGE_ALPHABET].map((char, i) => [char, i - middle]));
  return Int8Array.from(LANGUAGE_WEIGHTS, (char) => values.get(char) ?? 0);
}
