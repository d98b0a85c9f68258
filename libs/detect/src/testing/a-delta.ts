import type { CountDelta } from '../count-delta.js';

/** One mention, clearly negative, unless told otherwise. */
export function aDelta(overrides: Partial<CountDelta> = {}): CountDelta {
  return { topicId: 1, minute: 1_000, total: 1, negPermille: 1_000, ...overrides };
}
