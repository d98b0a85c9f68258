import type { CompiledQuery } from './compiled-query.js';

export type Anchor = Extract<CompiledQuery, { kind: 'term' | 'source' | 'author' }>;

const AUTHOR_COST = 0.01;
const SOURCE_COST = 200;

/**
 * A set of terms (or fields) of which at least one is present whenever the query matches, chosen so that it
 * is rarely present otherwise. Null when there is none: such a query can never be woken (the parser refuses it).
 */
export function chooseAnchors(
  query: CompiledQuery,
  costOf: (term: number) => number,
): readonly Anchor[] | null {
  return choose(query, false, costOf)?.anchors ?? null;
}

interface Choice {
  readonly cost: number;
  readonly anchors: readonly Anchor[];
}

function choose(
  query: CompiledQuery,
  negated: boolean,
  costOf: (term: number) => number,
): Choice | null {
  switch (query.kind) {
    case 'not':
      return choose(query.item, !negated, costOf);
    case 'and':
    case 'or': {
      const choices = query.items.map((item) => choose(item, negated, costOf));
      const found = choices.filter((choice) => choice !== null);
      if ((query.kind === 'and') !== negated)
        return found.reduce<Choice | null>(
          (best, choice) => (best && best.cost <= choice.cost ? best : choice),
          null,
        );
      if (found.length < choices.length) return null;
      return {
        cost: found.reduce((sum, { cost }) => sum + cost, 0),
        anchors: found.flatMap(({ anchors }) => anchors),
      };
    }
    case 'lang':
      return null;
    case 'term':
      return negated ? null : { cost: costOf(query.term), anchors: [query] };
    case 'author':
    case 'source': {
      const cost = query.kind === 'author' ? AUTHOR_COST : SOURCE_COST;
      return negated ? null : { cost, anchors: [query] };
    }
  }
}
