import type { Query } from './query.js';

/**
 * A query is anchored when something must be present for it to match: only then can hits find it without
 * evaluating it on every mention. Answers the part that would match (nearly) everything, or null.
 */
export function findUnanchored(
  query: Query,
  negated = false,
): 'onlyNegative' | 'onlyLanguage' | null {
  if (query.kind === 'not') return findUnanchored(query.item, !negated);
  if (query.kind === 'and' || query.kind === 'or') {
    const every = (query.kind === 'or') !== negated;
    const faults = query.items.map((item) => findUnanchored(item, negated));
    const first = faults.find((fault) => fault !== null) ?? null;
    return every || faults.every((fault) => fault !== null) ? first : null;
  }
  if (negated) return 'onlyNegative';
  return query.kind === 'field' && query.field === 'lang' ? 'onlyLanguage' : null;
}
