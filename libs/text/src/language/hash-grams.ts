import { isPairAt, LETTER, lettersAt } from './letters.js';

const SPACE = 32;
const APOSTROPHE = 39;
const LONGEST = 4;
const FNV_START = 2_166_136_261;
const FNV_PRIME = 16_777_619;

/** Letters between single spaces, reused from text to text. */
let units = new Uint16Array(2_048);

/**
 * Calls back with the bucket of every 1- to 4-gram of letters; word edges count as a letter. Umlauts and
 * accents are kept apart from their plain letters, for they tell languages apart.
 */
export function hashGrams(text: string, buckets: number, each: (bucket: number) => void): void {
  const length = readWords(text.toLowerCase());
  // Dividing whole numbers is the dearest step here; the quotient is only an estimate and put right below.
  const share = 1 / buckets;
  for (let i = 0; i < length; i++) {
    let hash = FNV_START;
    const end = Math.min(i + LONGEST, length);
    for (let at = i; at < end; at++) {
      hash = Math.imul(hash ^ (units[at] as number), FNV_PRIME) >>> 0;
      const mixed = (hash ^ (hash >>> 15)) >>> 0;
      const rest = mixed - Math.floor(mixed * share) * buckets;
      each(rest < 0 ? rest + buckets : rest >= buckets ? rest - buckets : rest);
    }
  }
}

/** Fills `units` with " word word "; answers how many. */
function readWords(text: string): number {
  if (units.length < text.length + 2) units = new Uint16Array(text.length * 2);
  let length = 0;
  let edge = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== APOSTROPHE && (lettersAt(text, at) & LETTER) === 0) {
      edge = true;
      continue;
    }
    if (edge) units[length++] = SPACE;
    edge = false;
    units[length++] = unit;
    if (isPairAt(text, at, unit)) units[length++] = text.charCodeAt(++at);
  }
  units[length++] = SPACE;
  return length;
}
