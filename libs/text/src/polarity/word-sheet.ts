import type { Column, Lexicon } from '../lexicon/lexicon.js';
import { ROLE, SPEAKS } from '../lexicon/lexicon.js';
import type { Hits } from '../match/automaton.js';
import type { WordStream } from '../match/word-stream.js';

/** The first guess at a text's language, from function words alone. */
export type GuessedLang = 'de' | 'en' | 'other' | 'unknown';

/**
 * Which lexicon entry speaks for each word of a text: the longest one that ends there. Words inside a longer
 * entry ("nie wieder") stay silent. Buffers are reused from text to text.
 */
export class WordSheet {
  /** Entry index + 1 per word, 0 where the lexicon has nothing to say. */
  entry: Int32Array = new Int32Array(1024);
  /** What each word adds after negation and emphasis, in tenths; filled by scoring. */
  value: Float32Array = new Float32Array(1024);
  words = 0;
  private reach = new Uint16Array(1024);

  /** Hits of patterns that are no lexicon entries (index beyond the lexicon) are passed over. */
  fill(stream: WordStream, hits: Hits, lexicon: Lexicon, column: Column): void {
    const words = (this.words = stream.words);
    if (words > this.entry.length) this.grow(words);
    const { entry, reach } = this;
    entry.fill(0, 0, words);
    reach.fill(0, 0, words);
    const { role } = lexicon.columns[column];
    const { patterns } = lexicon;
    const size = patterns.length;
    for (let h = 0; h < hits.count; h++) {
      const index = hits.pattern[h] as number;
      if (index >= size || role[index] === ROLE.none) continue;
      const word = hits.word[h] as number;
      const pattern = patterns[index] as { units: Uint16Array; words: number };
      const length = pattern.units.length;
      if (length <= (reach[word] as number)) continue;
      entry[word] = index + 1;
      reach[word] = length;
      for (let k = 1; k < pattern.words; k++) {
        entry[word - k] = 0;
        reach[word - k] = length;
      }
    }
  }

  /** Takes the say from the words at [first, last]. */
  silence(first: number, last: number): void {
    for (let w = Math.max(0, first); w <= last && w < this.words; w++) this.entry[w] = 0;
  }

  private grow(words: number): void {
    const size = 2 ** Math.ceil(Math.log2(words));
    this.entry = new Int32Array(size);
    this.value = new Float32Array(size);
    this.reach = new Uint16Array(size);
  }
}

/** Guesses the language from the function words among the hits. */
export function guessLang(hits: Hits, lexicon: Lexicon): GuessedLang {
  const { speaks } = lexicon;
  let de = 0;
  let en = 0;
  let other = 0;
  for (let h = 0; h < hits.count; h++) {
    const index = hits.pattern[h] as number;
    const bits = index < speaks.length ? (speaks[index] as number) : 0;
    if (bits === 0) continue;
    // A word of two languages says half as much for each.
    const say = (bits & (bits - 1)) === 0 ? 2 : 1;
    if (bits & SPEAKS.de) de += say;
    if (bits & SPEAKS.en) en += say;
    if (bits & SPEAKS.other) other += say;
  }
  const top = Math.max(de, en, other);
  if (top < 2) return 'unknown';
  if (de === top) return de > en && de > other ? 'de' : 'unknown';
  if (en === top) return en > other ? 'en' : 'unknown';
  return 'other';
}
