import { areCopies } from './are-copies.js';
import type { CopySketch } from './copy-sketch.js';

/** The smallest hashes of a text, by which others find it: of two copies nearly always some are the same. */
const KEYS = 24;
/** Clusters one hash may lead to; a phrase that everybody uses leads nowhere. */
const MOST_LEADS = 32;
/** Clusters compared in full. */
const MOST_COMPARED = 8;

/**
 * Which texts are copies of each other: for each the number of its cluster, counted from 0 in order of appearance; a
 * text like no other is a cluster of its own. Each is compared with the first of a cluster, so that small changes do not
 * chain unlike texts together. Time grows with the number of texts, not with their pairs.
 */
export function clusterCopies(sketches: readonly CopySketch[]): number[] {
  const leads = new Map<number, number[]>();
  const heads: CopySketch[] = [];
  return sketches.map((sketch) => {
    const known = findCluster(sketch, leads, heads);
    if (known !== undefined) return known;
    const cluster = heads.push(sketch) - 1;
    for (const key of sketch.subarray(0, KEYS)) {
      const clusters = leads.get(key);
      if (clusters === undefined) leads.set(key, [cluster]);
      else if (clusters.length < MOST_LEADS) clusters.push(cluster);
    }
    return cluster;
  });
}

function findCluster(
  sketch: CopySketch,
  leads: ReadonlyMap<number, readonly number[]>,
  heads: readonly CopySketch[],
): number | undefined {
  const shared = new Map<number, number>();
  for (const key of sketch.subarray(0, KEYS)) {
    for (const cluster of leads.get(key) ?? []) shared.set(cluster, (shared.get(cluster) ?? 0) + 1);
  }
  return [...shared]
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, MOST_COMPARED)
    .map(([cluster]) => cluster)
    .find((cluster) => areCopies(heads[cluster] ?? sketch.subarray(0, 0), sketch));
}
