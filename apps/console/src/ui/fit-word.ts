/** A word no wider than `most`, cut with an ellipsis where it must be. */
export function fitWord(word: string, most: number, widthOf: (word: string) => number): string {
  if (widthOf(word) <= most) return word;
  const signs = [...word];
  while (signs.length > 1 && widthOf(`${signs.join('').trimEnd()}…`) > most) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
