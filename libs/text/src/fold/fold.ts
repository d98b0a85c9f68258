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
} from './fold-table.js';

export interface Folded {
  /** Lower case, without accents, ä ö ü ß spelled ae oe ue ss; punctuation and spaces as they were. */
  readonly text: string;
  /** `starts[i]`: offset in the original of what became unit i; one more entry holds the original's length. */
  readonly starts: Uint32Array;
}

// eslint-disable-next-line no-control-regex -- all of ASCII, control characters included
const ASCII_ONLY = /^[\u0000-\u007f]*$/;

/**
 * Folds text so that "Straße", "STRASSE" and "strasse" are equal, and "ä" equals "ae".
 * Offsets are UTF-16 units. Never throws; lone surrogates stay as they are.
 */
export function fold(text: string): Folded {
  const length = text.length;
  if (ASCII_ONLY.test(text))
    return {
      text: text.toLowerCase(),
      starts: Uint32Array.from({ length: length + 1 }, (_, i) => i),
    };
  let units = new Uint16Array(length + 8);
  let starts = new Uint32Array(length + 8);
  let n = 0;
  const push = (unit: number, at: number): void => {
    if (n + 1 >= units.length) {
      const wider = new Uint16Array(units.length * 2);
      wider.set(units);
      units = wider;
      const longer = new Uint32Array(starts.length * 2);
      longer.set(starts);
      starts = longer;
    }
    units[n] = unit;
    starts[n++] = at;
  };
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      push(ASCII_FOLD[code] || code, i);
      continue;
    }
    if (code >= 0xd800 && code <= 0xdbff && i + 1 < length) {
      const low = text.charCodeAt(i + 1);
      if (low >= 0xdc00 && low <= 0xdfff) {
        const folded = foldPair(code, low);
        if (folded > 0 && folded < SYMBOL) push(folded, i);
        else if (folded !== IGNORED) {
          push(code, i);
          push(low, i);
        }
        i++;
        continue;
      }
    }
    const folded = foldUnit(code);
    if (folded === IGNORED) {
      if (code === DIAERESIS && n > 0 && takesUmlaut(units[n - 1] as number)) push(101, i);
    } else if (folded === BOUNDARY) push(code, i);
    else if (folded & EXPANSION) {
      const spelled = expansionOf(folded);
      for (let k = 0; k < spelled.length; k++) push(spelled.charCodeAt(k), i);
    } else push(folded & 0xffff, i);
  }
  starts[n] = length;
  return { text: decode(units, n), starts: starts.slice(0, n + 1) };
}

/** The original range [start, end) behind folded units [from, to); covers whole original characters. */
export function sourceRange(
  folded: Folded,
  from: number,
  to: number,
): { start: number; end: number } {
  const { starts } = folded;
  const start = starts[from] ?? 0;
  let next = to;
  const last = starts[Math.max(from, to - 1)] ?? 0;
  while (next < starts.length - 1 && starts[next] === last) next++;
  return { start, end: starts[next] ?? start };
}

const CHUNK = 8192;
function decode(units: Uint16Array, length: number): string {
  if (length <= CHUNK) return String.fromCharCode(...units.subarray(0, length));
  let text = '';
  for (let i = 0; i < length; i += CHUNK)
    text += String.fromCharCode(...units.subarray(i, Math.min(length, i + CHUNK)));
  return text;
}
