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

const ELLIPSIS = 0x2026;
const EN_DASH = 0x2013;
const EM_DASH = 0x2014;
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
  private open = false;
  /** What stood since the last word. */
  private pending = 0;

  reset(): this {
    if (this.starts.length > HUGE) this.allocate(SMALL);
    this.length = this.words = this.exclamations = this.questions = 0;
    return this;
  }

  /** Adds one text. Nothing matches across two texts. */
  append(text: string): this {
    this.reserve(text.length);
    this.units[this.length++] = 0;
    this.open = false;
    this.pending = BREAK.sentence;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 128) {
        const unit = ASCII_FOLD[code] as number;
        if (unit !== BOUNDARY) {
          if (!this.open) this.begin(i);
          this.units[this.length++] = unit;
        } else i += this.separate(text, i, code);
      } else if (isPair(text, i, code)) {
        this.addPair(code, text.charCodeAt(i + 1), i);
        i++;
      } else this.addOther(code, i);
    }
    if (this.open) this.end(text.length);
    return this;
  }

  private begin(at: number): void {
    this.starts[this.words] = at;
    this.breaks[this.words] = this.pending;
    this.pending = 0;
    this.open = true;
  }

  private end(at: number): void {
    this.ends[this.words++] = at;
    this.units[this.length++] = 0;
    this.open = false;
  }

  /** An ASCII character between words; answers how many more it took (emoticons). */
  private separate(text: string, at: number, code: number): number {
    const bits = ASCII_BREAK[code] as number;
    // "info@firm.example" names no handle: the sign must not stand inside a word.
    this.pending = (this.pending & ~MARKS) | (this.open ? bits & ~MARKS : bits);
    if (this.open) this.end(at);
    if (bits & BREAK.exclamation) this.exclamations++;
    else if (bits & BREAK.question) this.questions++;
    if (EMOTICON_START[code] === 0) return 0;
    const found = emoticonAt(text, at);
    if (found === 0) return 0;
    const length = found >>> 16;
    this.pending &= ~BREAK.clause;
    this.begin(at);
    this.units[this.length++] = found & 0xffff;
    this.end(at + length);
    return length - 1;
  }

  /** A character of the basic plane beyond ASCII. */
  private addOther(code: number, at: number): void {
    const folded = foldUnit(code);
    if (folded === BOUNDARY) {
      if (this.open) this.end(at);
      this.pending &= ~MARKS;
      if (code === ELLIPSIS) this.pending |= BREAK.sentence;
      else if (code === EN_DASH || code === EM_DASH) this.pending |= BREAK.clause;
    } else if (folded === IGNORED) {
      if (code === DIAERESIS && this.open && takesUmlaut(this.units[this.length - 1] as number))
        this.units[this.length++] = 101;
    } else if (folded & SYMBOL) {
      if (this.open) this.end(at);
      this.begin(at);
      this.units[this.length++] = code;
      this.end(at + 1);
    } else {
      if (!this.open) this.begin(at);
      if (folded & EXPANSION) {
        const spelled = expansionOf(folded);
        for (let k = 0; k < spelled.length; k++) this.units[this.length++] = spelled.charCodeAt(k);
      } else this.units[this.length++] = folded;
    }
  }

  private addPair(high: number, low: number, at: number): void {
    const folded = foldPair(high, low);
    if (folded === IGNORED) return;
    if (folded === BOUNDARY) {
      if (this.open) this.end(at);
      this.pending &= ~MARKS;
      return;
    }
    const symbol = folded === SYMBOL;
    if (symbol && this.open) this.end(at);
    if (!this.open) this.begin(at);
    if (symbol || folded === WORD_PAIR) {
      this.units[this.length++] = high;
      this.units[this.length++] = low;
    } else this.units[this.length++] = folded;
    if (symbol) this.end(at + 2);
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

function isPair(text: string, at: number, code: number): boolean {
  if (code < 0xd800 || code > 0xdbff) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}
