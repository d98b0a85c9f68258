import { fold, sourceRange } from '../fold/fold.js';

/**
 * How people spelled folded terms: `gehaeuse` -> "Gehäuse". The spelling most texts use wins, the first one among
 * equals; a term found in none of the texts stays as it is.
 */
export function spelledAs(
  terms: readonly string[],
  texts: Iterable<string>,
): ReadonlyMap<string, string> {
  const searches = terms.map((term) => ({ term, pattern: patternOf(term) }));
  const spellings = new Map(terms.map((term) => [term, new Map<string, number>()]));
  for (const text of texts) {
    const folded = fold(text);
    for (const { term, pattern } of searches) {
      const found = pattern.exec(folded.text);
      if (found === null) continue;
      const { start, end } = sourceRange(folded, found.index, found.index + found[0].length);
      const spelling = text.slice(start, end);
      const counts = spellings.get(term);
      counts?.set(spelling, (counts.get(spelling) ?? 0) + 1);
    }
  }
  return new Map(terms.map((term) => [term, mostUsed(spellings.get(term)) ?? term]));
}

function patternOf(term: string): RegExp {
  const words = term.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'u');
}

function mostUsed(counts: ReadonlyMap<string, number> | undefined): string | undefined {
  let best: string | undefined;
  for (const [spelling, count] of counts ?? []) {
    if (best === undefined || count > (counts?.get(best) ?? 0)) best = spelling;
  }
  return best;
}
