import { SKETCH_SIZE, type CopySketch } from './copy-sketch.js';

const EQUAL = 0.5;
/** One holds the other: hashtags added, cut short, quoted. */
const HELD = 0.8;
/** A phrase of a few words stands in many texts that are no copies of it. */
const FEWEST_HELD = 30;

/** Are two texts nearly equal, or one nearly contained in the other? By their sketches. */
export function areCopies(a: CopySketch, b: CopySketch): boolean {
  if (a.length === 0 || b.length === 0) return false;
  // Beyond the last hash of a full sketch the other one's hashes say nothing: compare what both could have kept.
  const end = Math.min(lastOf(a), lastOf(b));
  let i = 0;
  let j = 0;
  let both = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] as number;
    const y = b[j] as number;
    if (x > end || y > end) break;
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  while (i < a.length && (a[i] as number) <= end) i++;
  while (j < b.length && (b[j] as number) <= end) j++;
  if (both >= EQUAL * (i + j - both)) return true;
  const smaller = Math.min(i, j);
  return smaller >= FEWEST_HELD && both >= HELD * smaller;
}

const ALL = 0xffffffff;

function lastOf(sketch: CopySketch): number {
  return sketch.length < SKETCH_SIZE ? ALL : (sketch[sketch.length - 1] as number);
}
