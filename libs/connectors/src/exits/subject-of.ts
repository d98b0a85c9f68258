const LONGEST = 120;

/**
 * The subject of a mail is the first line of its text: an approval binds the text and nothing beside it, so nothing
 * else may stand there.
 */
export function subjectOf(text: string): string {
  const first = text.split(/[\r\n\u2028\u2029]+/).find((line) => line.trim() !== '') ?? '';
  const plain = first
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(plain)];
  if (letters.length <= LONGEST) return plain;
  const cut = letters.slice(0, LONGEST - 1).map(({ segment }) => segment);
  return `${cut.join('').trimEnd()}…`;
}
