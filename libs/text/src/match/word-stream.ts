import { EMOTICON_START, emoticonAt } from '../fold/emoticon.js';
import {
  ASCII_FOLD,
  BOUNDARY,
  DIAERESIS,
  EXPANSION,
  expansionOf,
  foldPair,
  foldUnit,
  IGNORED,
  SYMBOL,
  takesUmlaut,
  WORD_PAIR,
} from '../fold/fold-table.js';

/** What stood between a word and the one before it. */
export const BREAK = {
  clause: 1,
  sentence: 2,
  exclamation: 4,
  question: 8,
  handle: 16,
  hashtag: 32,
};
const MARKS = BREAK.handle | BREAK.hashtag;

const ASCII_BREAK: Uint8Array = (() => {
  const table = new Uint8Array(128);
  const set = (chars: string, bits: number): void => {
    for (const char of chars) table[char.charCodeAt(0)] = bits;
  };
  set(',;:()[]|', BREAK.clause);
  set('.\n', BREAK.sentence);
  set('!', BREAK.sentence | BREAK.exclamation);
  set('?', BREAK.sentence | BREAK.question);
  set('@', BREAK.handle);
  set('#', BREAK.hashtag);
  return table;
})();

const SMALL = 4096;
const HUGE = 1 << 18;

/**
 * Text as a stream of folded units where every run of non-word characters is one 0: the one form in which
 * queries, lexicon and texts meet. Also keeps where each word began and ended and what stood before it.
 * One instance is reused for many texts; buffers grow with the text and shrink again after a huge one.
 */
export class WordStream {
  units: Uint16Array = new Uint16Array(SMALL * 3);
  /** Units in use; the first and the last are 0. */
  length = 0;
  starts: Int32Array = new Int32Array(SMALL);
  ends: Int32Array = new Int32Array(SMALL);
  breaks: Uint8Array = new Uint8Array(SMALL);
  words = 0;
  exclamations = 0;
  questions = 0;

  reset(): this {
    if (this.starts.length > HUGE) this.allocate(SMALL);
    this.length = this.words = this.exclamations = this.questions = 0;
    return this;
  }

  /** Adds one text. Nothing matches across two texts. */
  append(text: string): this {
    this.reserve(text.length);
    const { units, starts, ends, breaks } = this;
    let n = this.length;
    let w = this.words;
    let open = false;
    let pending = BREAK.sentence;
    units[n++] = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      let unit = code < 128 ? (ASCII_FOLD[code] as number) : foldUnit(code);
      if (unit === BOUNDARY && code >= 0xd800 && code <= 0xdbff && i + 1 < text.length) {
        const low = text.charCodeAt(i + 1);
        if (low >= 0xdc00 && low <= 0xdfff) {
          unit = foldPair(code, low);
          i++;
          if (unit === SYMBOL) {
            if (open) {
              ends[w++] = i - 1;
              units[n++] = 0;
              open = false;
            }
            starts[w] = i - 1;
            breaks[w] = pending;
            pending = 0;
            ends[w++] = i + 1;
            units[n++] = code;
            units[n++] = low;
            units[n++] = 0;
            continue;
          }
          if (unit === WORD_PAIR) {
            if (!open) {
              starts[w] = i - 1;
              breaks[w] = pending;
              pending = 0;
              open = true;
            }
            units[n++] = code;
            units[n++] = low;
            continue;
          }
        }
      }
      if (unit === BOUNDARY) {
        const closing = open;
        if (open) {
          ends[w++] = i;
          units[n++] = 0;
          open = false;
        }
        if (code < 128) {
          const bits = ASCII_BREAK[code] as number;
          // "info@firm.example" names no handle: the sign must not stand inside a word.
          pending = (pending & ~MARKS) | (closing ? bits & ~MARKS : bits);
          if (bits & BREAK.exclamation) this.exclamations++;
          else if (bits & BREAK.question) this.questions++;
          if (EMOTICON_START[code] === 1) {
            const found = emoticonAt(text, i);
            if (found !== 0) {
              starts[w] = i;
              breaks[w] = pending & ~BREAK.clause;
              pending = 0;
              units[n++] = found & 0xffff;
              units[n++] = 0;
              i += (found >>> 16) - 1;
              ends[w++] = i + 1;
            }
          }
        } else {
          pending &= ~MARKS;
          if (code === 0x2026) pending |= BREAK.sentence;
          else if (code === 0x2013 || code === 0x2014) pending |= BREAK.clause;
        }
        continue;
      }
      if (unit === IGNORED) {
        if (code === DIAERESIS && open && takesUmlaut(units[n - 1] as number)) units[n++] = 101;
        continue;
      }
      if (unit & SYMBOL) {
        if (open) {
          ends[w++] = i;
          units[n++] = 0;
          open = false;
        }
        starts[w] = i;
        breaks[w] = pending;
        pending = 0;
        ends[w++] = i + 1;
        units[n++] = code;
        units[n++] = 0;
        continue;
      }
      if (!open) {
        starts[w] = i;
        breaks[w] = pending;
        pending = 0;
        open = true;
      }
      if (unit & EXPANSION) {
        const spelled = expansionOf(unit);
        for (let k = 0; k < spelled.length; k++) units[n++] = spelled.charCodeAt(k);
      } else units[n++] = unit;
    }
    if (open) {
      ends[w++] = text.length;
      units[n++] = 0;
    }
    this.length = n;
    this.words = w;
    return this;
  }

  private reserve(more: number): void {
    const needed = Math.max(this.words, Math.ceil(this.length / 3)) + more + 8;
    if (needed > this.starts.length) this.allocate(2 ** Math.ceil(Math.log2(needed)));
  }

  private allocate(words: number): void {
    const { units, starts, ends, breaks } = this;
    const keep = Math.min(this.words, words);
    this.units = new Uint16Array(words * 3);
    this.units.set(units.subarray(0, Math.min(this.length, words * 3)));
    this.starts = new Int32Array(words);
    this.starts.set(starts.subarray(0, keep));
    this.ends = new Int32Array(words);
    this.ends.set(ends.subarray(0, keep));
    this.breaks = new Uint8Array(words);
    this.breaks.set(breaks.subarray(0, keep));
  }
}
