/** What a character is, as bits. */
export const LETTER = 1;
export const LATIN = 2;

const KNOWN = 4;
const IS_LETTER = /^\p{L}$/u;
const IS_LATIN = /^\p{Script=Latin}$/u;

/** Worked out when first met: looking up is many times cheaper than asking a regular expression. */
const units = new Uint8Array(65536);

/** Of the character at `at`; the first half of a pair answers for both. */
export function lettersAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (isPairAt(text, at, unit)) return describe(text.slice(at, at + 2));
  return (units[unit] as number) || (units[unit] = describe(String.fromCharCode(unit)));
}

export function isPairAt(text: string, at: number, unit = text.charCodeAt(at)): boolean {
  if (unit < 0xd800 || unit > 0xdbff) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

function describe(char: string): number {
  return KNOWN | (IS_LETTER.test(char) ? LETTER : 0) | (IS_LATIN.test(char) ? LATIN : 0);
}
