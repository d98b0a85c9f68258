import type { EvidenceTerm } from '@sturmwarte/domain';
import { groupBy } from './group-by.js';
import type { Heard } from './heard.js';
import { onceOf } from './own-voices.js';

const MOST = 5;
/** What was said already by a chosen one tells less. */
const REPEATED = 0.8;
const SAME_CHANNEL = 0.15;

/**
 * The mentions that show best what it is about: clearly negative, about the terms, copied or seen by many, and unlike
 * each other; of a copied text one, of an author one. `terms` folded, as they stand in what was said.
 */
export function pickTelling(heard: readonly Heard[], terms: readonly EvidenceTerm[]): string[] {
  const key = new Set(terms.map(({ term }) => term));
  const clusters = [...groupBy(heard, ({ cluster }) => cluster).values()];
  const typical = clusters.flatMap((copies) => {
    const best = showsBest(copies);
    return best === undefined ? [] : [{ one: best, weight: weightOf(best, copies.length, key) }];
  });
  const candidates = onceOf(
    typical.sort((a, b) => b.weight - a.weight),
    ({ one }) => one.row.authorKey,
  );
  const chosen: Heard[] = [];
  while (chosen.length < MOST && candidates.length > 0) {
    const worth = candidates.map(({ one, weight }) => weight - repeats(one, chosen));
    const [next] = candidates.splice(worth.indexOf(Math.max(...worth)), 1);
    if (next !== undefined) chosen.push(next.one);
  }
  return chosen.map(({ row }) => row.id);
}

/** Of copies the original whom most can hear; the oldest among equals. */
function showsBest(copies: readonly Heard[]): Heard | undefined {
  const originals = copies.filter(({ row }) => !row.repost);
  return (originals.length > 0 ? originals : copies)
    .toReversed()
    .reduce<Heard | undefined>(
      (best, one) => (best === undefined || heardBy(one) > heardBy(best) ? one : best),
      undefined,
    );
}

function heardBy({ row: { followers, reach } }: Heard): number {
  return Math.max(followers ?? 0, reach ?? 0);
}

function weightOf(one: Heard, copies: number, key: ReadonlySet<string>): number {
  const { row, said } = one;
  const hits = [...key].filter((term) => said.terms.has(term)).length;
  const seen = Math.log10(1 + heardBy(one)) * 0.05;
  const copied = Math.log2(copies) * 0.12;
  return row.negative / 1000 + Math.min(hits, 3) * 0.3 + (row.tier > 0 ? 0.4 : 0) + seen + copied;
}

function repeats({ row, said }: Heard, chosen: readonly Heard[]): number {
  let most = 0;
  for (const other of chosen) {
    const both = [...said.terms].filter((term) => other.said.terms.has(term)).length;
    const all = said.terms.size + other.said.terms.size - both;
    const alike = all === 0 ? 0 : (both / all) * REPEATED;
    most = Math.max(most, alike + (other.row.channel === row.channel ? SAME_CHANNEL : 0));
  }
  return most;
}
