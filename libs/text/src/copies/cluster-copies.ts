import { areCopies } from './are-copies.js';
import type { CopySketch } from './copy-sketch.js';

/** The smallest hashes of a text, by which others find it: of two copies nearly always some are the same. */
const KEYS = 24;
/** Clusters one hash may lead to; a phrase that everybody uses leads nowhere. */
const MOST_LEADS = 16;
/** Clusters compared in full, if so many keys are shared. */
const MOST_COMPARED = 6;
const FEWEST_SHARED = 2;

/**
 * Which texts are copies of each other: for each the number of its cluster, counted from 0 in order of appearance; a
 * text like no other is a cluster of its own. Each is compared with the first of a cluster, so that small changes do not
 * chain unlike texts together. Time grows with the number of texts, not with their pairs.
 */
export function clusterCopies(sketches: readonly CopySketch[]): number[] {
  const found = new Heads(sketches.length);
  return sketches.map((sketch) => found.like(sketch) ?? found.add(sketch));
}

/** The first of each cluster, found by its keys. */
class Heads {
  private readonly heads: CopySketch[] = [];
  private readonly leads = new Map<number, number[]>();
  /** Keys shared with the text looked for, by cluster; zero between two looks. */
  private readonly shared: Uint8Array;

  constructor(most: number) {
    this.shared = new Uint8Array(most);
  }

  add(sketch: CopySketch): number {
    const cluster = this.heads.push(sketch) - 1;
    for (let i = 0; i < sketch.length && i < KEYS; i++) {
      const key = sketch[i] as number;
      const clusters = this.leads.get(key);
      if (clusters === undefined) this.leads.set(key, [cluster]);
      else if (clusters.length < MOST_LEADS) clusters.push(cluster);
    }
    return cluster;
  }

  /** The cluster this is a copy of, if any; those with most keys in common are asked first. */
  like(sketch: CopySketch): number | undefined {
    const { shared } = this;
    const touched: number[] = [];
    for (let i = 0; i < sketch.length && i < KEYS; i++) {
      for (const cluster of this.leads.get(sketch[i] as number) ?? []) {
        if (shared[cluster] === 0) touched.push(cluster);
        shared[cluster] = (shared[cluster] as number) + 1;
      }
    }
    let known: number | undefined;
    for (let turn = 0; turn < MOST_COMPARED && known === undefined; turn++) {
      let best = -1;
      for (const cluster of touched) {
        const most = best < 0 ? FEWEST_SHARED - 1 : (shared[best] as number);
        if ((shared[cluster] as number) > most) best = cluster;
      }
      const head = this.heads[best];
      if (head === undefined) break;
      if (areCopies(head, sketch)) known = best;
      shared[best] = 0;
    }
    for (const cluster of touched) shared[cluster] = 0;
    return known;
  }
}
