import type { Query, QueryTerm } from './query.js';

/** The terms a match may rest on: everything not under a NOT. */
export function positiveTerms(query: Query, negated = false): QueryTerm[] {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.items.flatMap((item) => positiveTerms(item, negated));
    case 'not':
      return positiveTerms(query.item, !negated);
    case 'field':
      return [];
    default:
      return negated ? [] : [query];
  }
}

/**
 * The words of a query that must not count as feeling: a topic about "Skandal" is not negative by its name.
 * In the form `classify` takes as `muted` (a * at either end as in the query).
 */
export function mutedTerms(query: Query): string[] {
  const terms = positiveTerms(query).map((term) => {
    if (term.kind !== 'word') return term.text;
    const open = term.match === 'suffix' || term.match === 'infix' ? '*' : '';
    const tail = term.match === 'prefix' || term.match === 'infix' ? '*' : '';
    return `${open}${term.text}${tail}`;
  });
  return [...new Set(terms)];
}
