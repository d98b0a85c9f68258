import { isEmoticon } from './emoticon.js';

/**
 * What one UTF-16 unit becomes when text is folded, as one number:
 * `BOUNDARY` not part of a word, `IGNORED` leaves no trace (joiners, accents written apart),
 * 1..0xffff one folded unit, `SYMBOL | unit` a word of its own (emoji), `EXPANSION | n` several units.
 * Pages of 256 units are worked out when first met, so loading the module costs nothing.
 */
export const BOUNDARY = 0;
export const IGNORED = -1;
export const SYMBOL = 0x10000;
export const EXPANSION = 0x20000;
/** Only for code points above 0xffff: both surrogates belong to a word. */
export const WORD_PAIR = 0x40000;

const WORD = /^[\p{L}\p{N}\p{M}_]$/u;
const PICTURE = /^\p{Extended_Pictographic}$/u;
const ACCENTS = /[\u0300-\u036f]/g;
const INVISIBLE =
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u0300-\u036f\u064b-\u0652\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/;

const SPELLED: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ſ: 's',
  ς: 'σ',
};

const expansions: string[] = [];
const expansionIds = new Map<string, number>();

function expansion(units: string): number {
  let id = expansionIds.get(units);
  if (id === undefined) {
    id = expansions.push(units) - 1;
    expansionIds.set(units, id);
  }
  return EXPANSION | id;
}

/** The units an `EXPANSION` stands for. */
export function expansionOf(folded: number): string {
  return expansions[folded & 0xffff] ?? '';
}

function spell(char: string): string {
  const lower = char.toLowerCase().normalize('NFC');
  if (SPELLED[lower]) return SPELLED[lower];
  const plain = lower.normalize('NFKD').replace(ACCENTS, '').toLowerCase();
  // A ligature may hold marks (Arabic ones do) that leave no trace when they stand by themselves.
  const letters = [...plain].filter((letter) => !INVISIBLE.test(letter));
  return letters.map((letter) => SPELLED[letter] ?? letter).join('');
}

function describe(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return BOUNDARY;
  const char = String.fromCharCode(code);
  if (INVISIBLE.test(char)) return IGNORED;
  if (isEmoticon(code) || (code >= 0x2300 && PICTURE.test(char))) return SYMBOL | code;
  if (!WORD.test(char)) return BOUNDARY;
  const folded = spell(char);
  if (folded.length === 1) return WORD.test(folded) ? folded.charCodeAt(0) : code;
  if (folded.length === 0 || folded.length > 3) return code;
  return /^[\p{L}\p{N}\p{M}_]+$/u.test(folded) ? expansion(folded) : code;
}

const pages: (Int32Array | undefined)[] = new Array<Int32Array | undefined>(256);

function buildPage(page: number): Int32Array {
  const table = new Int32Array(256);
  for (let i = 0; i < 256; i++) table[i] = describe((page << 8) | i);
  pages[page] = table;
  return table;
}

/** Folds one unit of the basic plane; lone surrogates are boundaries. */
export function foldUnit(code: number): number {
  const table = pages[code >> 8] ?? buildPage(code >> 8);
  return table[code & 0xff] as number;
}

/** Folds a code point above 0xffff given as its two surrogates. */
export function foldPair(high: number, low: number): number {
  const point = (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
  if (point >= 0x1d400 && point <= 0x1d7ff) {
    const plain = String.fromCodePoint(point).normalize('NFKD').toLowerCase();
    return plain.length === 1 ? foldUnit(plain.charCodeAt(0)) : BOUNDARY;
  }
  if ((point >= 0x1f3fb && point <= 0x1f3ff) || point >= 0xe0000) return IGNORED;
  if (point >= 0x1f000 && point <= 0x1faff) return SYMBOL;
  return WORD.test(String.fromCodePoint(point)) ? WORD_PAIR : BOUNDARY;
}

/** The ASCII part for hot loops: folded unit, or 0 where no word goes on. */
export const ASCII_FOLD: Uint8Array = (() => {
  const table = new Uint8Array(128);
  for (let i = 0; i < 128; i++) table[i] = Math.max(0, foldUnit(i));
  return table;
})();

/** U+0308 after a, o or u is an umlaut written apart (macOS file names, some feeds). */
export const DIAERESIS = 0x308;
export function takesUmlaut(unit: number): boolean {
  return unit === 97 || unit === 111 || unit === 117;
}
