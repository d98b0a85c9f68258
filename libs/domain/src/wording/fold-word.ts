/** Invisible inside a word: the soft hyphen, joiners, the byte order mark. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const SPELT_OUT: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  '’': "'",
};

/**
 * A word as it is compared: one spelling for composed and decomposed letters, full-width ones,
 * umlauts written out, Swiss ss and whatever is hidden between the letters.
 */
export function foldWord(word: string): string {
  return word
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöüß’]/g, (letter) => SPELT_OUT[letter] ?? letter);
}
