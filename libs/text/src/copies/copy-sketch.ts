import { BREAK, WordStream } from '../match/word-stream.js';

/** A text as copies of it are known by: the smallest of its hashed shingles, ascending, each once. */
export type CopySketch = Uint32Array;

/** Characters in one shingle. */
const SHINGLE = 5;
/** Most shingles kept; a short post has fewer anyway, of a longer text these are an even sample. */
export const SKETCH_SIZE = 256;
/** Shorter texts ("Frechheit!") are the same by chance. */
const FEWEST = 12;
/** Of a long article its beginning tells. */
const MOST_UNITS = 4_000;

const stream = new WordStream();

/**
 * What nearly equal texts share, whatever was done to them on the way: letters are folded, links, handles, marks and a
 * leading "RT" left out. Empty for texts too short to be a copy of anything. Pure, bounded, about 2 KB.
 */
export function copySketch(text: string): CopySketch {
  const units = plainUnits(text);
  const count = units.length - SHINGLE + 1;
  if (count < FEWEST) return new Uint32Array(0);
  const hashes = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    let hash = 0x811c9dc5;
    for (let k = 0; k < SHINGLE; k++) hash = Math.imul(hash ^ (units[i + k] as number), 0x01000193);
    // Spread over all 32 bits: the smallest must be a fair sample. `>>> 0`, or half of them are negative.
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hashes[i] = (hash ^ (hash >>> 16)) >>> 0;
  }
  hashes.sort();
  const sketch = new Uint32Array(Math.min(SKETCH_SIZE, count));
  let kept = 0;
  for (let i = 0; i < count && kept < SKETCH_SIZE; i++) {
    const hash = hashes[i] as number;
    if (kept === 0 || sketch[kept - 1] !== hash) sketch[kept++] = hash;
  }
  return kept < FEWEST ? new Uint32Array(0) : sketch.slice(0, kept);
}

/** Folded words with one 0 between them, without links, handles and the sign of a repost. */
function plainUnits(text: string): Uint16Array {
  const read = text.slice(0, MOST_UNITS);
  stream.reset().append(read);
  const plain = new Uint16Array(stream.length);
  let length = 0;
  let word = -1;
  let link = -1;
  for (let from = 0; from < stream.length;) {
    if (stream.units[from] === 0) {
      from++;
      continue;
    }
    let to = from;
    while (stream.units[to] !== 0) to++;
    word++;
    const start = stream.starts[word] as number;
    const isHandle = ((stream.breaks[word] as number) & BREAK.handle) !== 0;
    if (start >= link && isLink(from, to)) link = endOfLink(read, start);
    const isRepost = word === 0 && to - from === 2 && said(from, 'rt');
    if (start >= link && !isHandle && !isRepost) {
      if (length > 0) plain[length++] = 0;
      plain.set(stream.units.subarray(from, to), length);
      length += to - from;
    }
    from = to;
  }
  return plain.subarray(0, length);
}

function isLink(from: number, to: number): boolean {
  const length = to - from;
  if (length === 4) return said(from, 'http');
  return length === 5 ? said(from, 'https') : length === 3 && said(from, 'www');
}

function said(from: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    if (stream.units[from + i] !== word.charCodeAt(i)) return false;
  }
  return true;
}

function endOfLink(text: string, start: number): number {
  const length = text.slice(start, start + 2048).search(/\s/);
  return length < 0 ? text.length : start + length;
}
