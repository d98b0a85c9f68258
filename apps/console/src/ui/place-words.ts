export interface PlacedWord {
  readonly left: number;
  readonly width: number;
}

/**
 * The row each word stands in so that none covers another, in the order given; null: there is no room for it within
 * `rows`. All lengths in the same unit.
 */
export function placeWords(
  words: readonly PlacedWord[],
  rows: number,
  gap: number,
): (number | null)[] {
  const taken: PlacedWord[][] = Array.from({ length: rows }, () => []);
  return words.map((word) => {
    const row = taken.findIndex((others) => others.every((other) => isApart(word, other, gap)));
    if (row === -1) return null;
    taken[row]?.push(word);
    return row;
  });
}

function isApart(one: PlacedWord, other: PlacedWord, gap: number): boolean {
  return one.left >= other.left + other.width + gap || other.left >= one.left + one.width + gap;
}
