/** The one rule of all contestants: so many negative mentions of a topic within so many minutes. */
export const THRESHOLD = { negatives: 51, minutes: 5 } as const;
/** Topics that carry the rule. */
export const BENCH_TOPICS = 200;

/**
 * A plain rule adds probabilities up and rounds the sum. @returns the number it must ask for, so that the 51st mention of
 * this probability meets it and the 50th does not; null where no number does that.
 */
export function ruleNumber(probability: number, negatives: number): number | null {
  const number = Math.round(probability * negatives);
  return number >= 1 && Math.round(probability * (negatives - 1)) < number ? number : null;
}
