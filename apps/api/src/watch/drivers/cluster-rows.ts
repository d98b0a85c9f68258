import { nameOfPost, type EvidenceRow } from '@sturmwarte/store';
import { clusterCopies } from '@sturmwarte/text';
import type { Heard } from './heard.js';
import type { Said } from './said.js';

/**
 * Puts copies of one text together: what is nearly equal, and what says of itself that it passes something on. Rows as
 * read, newest first; of copies the oldest is the pattern.
 */
export function clusterRows(
  rows: readonly EvidenceRow[],
  saidOf: (row: EvidenceRow) => Said,
): Heard[] {
  const said = rows.map(saidOf);
  const oldestFirst = clusterCopies(said.map(({ sketch }) => sketch).reverse());
  const cluster = oldestFirst.reverse();
  const same = new Sets(cluster.length === 0 ? 0 : Math.max(...cluster) + 1);
  const first = new Map<string, number>();
  rows.forEach(({ sourceId, externalId, repostOf }, index) => {
    const name = nameOfPost({ sourceId, externalId: repostOf ?? externalId });
    const known = first.get(name);
    const own = cluster[index] ?? 0;
    if (known === undefined) first.set(name, own);
    else same.join(known, own);
  });
  return rows.map((row, index) => ({
    row,
    said: said[index] ?? saidOf(row),
    cluster: same.of(cluster[index] ?? 0),
  }));
}

/** Numbers that turn out to be the same. */
class Sets {
  private readonly parent: number[];

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, index) => index);
  }

  of(one: number): number {
    let root = one;
    for (let next = this.parent[root]; next !== undefined && next !== root;) {
      root = next;
      next = this.parent[root];
    }
    this.parent[one] = root;
    return root;
  }

  join(a: number, b: number): void {
    this.parent[this.of(a)] = this.of(b);
  }
}
