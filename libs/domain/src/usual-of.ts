/**
 * What the ratio was measured against. Small expectations are lifted to a floor before dividing, so that four posts
 * make no storm; where that happened the honest words are "usually up to", with the floor.
 * Negative mentions per hour; null without an expectation.
 */
export function usualOf(pulse: {
  readonly observed: number;
  readonly expected: number | null;
  readonly ratio: number | null;
}): { readonly value: number; readonly isFloor: boolean } | null {
  const { observed, expected, ratio } = pulse;
  if (expected === null) return null;
  const measuredAgainst = ratio !== null && ratio > 0 ? observed / ratio : expected;
  const isFloor = measuredAgainst > expected * 1.25 && measuredAgainst - expected > 0.5;
  return { value: isFloor ? measuredAgainst : expected, isFloor };
}
