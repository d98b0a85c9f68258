import { CLEARLY_NEGATIVE, type Permille } from '@sturmwarte/domain';

/** A mention judged negative counts one for plain rules, any other nothing. */
export function countOf(negative: Permille): 0 | 1 {
  return negative >= CLEARLY_NEGATIVE ? 1 : 0;
}
