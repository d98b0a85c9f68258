const MOST = 40;

/** A word strangers wrote, fit to stand inside our sentence: one line, no marks that turn it around, not endless. */
export function strangersWord(word: string): string {
  const plain = word
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/["“”„‟»«]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
  const letters = [...plain];
  return letters.length > MOST ? `${letters.slice(0, MOST).join('')}…` : plain;
}
