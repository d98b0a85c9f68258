import type { CountDelta } from '../count-delta.js';

/** One mention, clearly negative, unless told otherwise. What is negative is so beyond doubt, unless told otherwise. */
export function aDelta(overrides: Partial<CountDelta> = {}): CountDelta {
  const { negPermille = 1_000 } = overrides;
  const negCount = Math.round(negPermille / 1_000);
  return { topicId: 1, minute: 1_000, total: 1, negPermille, negCount, ...overrides };
}
