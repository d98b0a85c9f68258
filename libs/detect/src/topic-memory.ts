/** Numbers of each kind that a topic has. Together half a page of memory: more than it needs, so that none straddles two. */
const REALS = 64;
const WHOLES = 384;
const BYTES = 8 * REALS + 4 * WHOLES;
const TOPICS = 64;

/**
 * Where a topic keeps the numbers that every minute asks for: side by side, because with thousands of topics closing a
 * minute waits for memory, not for arithmetic. Many topics share one buffer; each has its own places in it.
 */
export interface TopicMemory {
  readonly reals: Float64Array;
  readonly realsFrom: number;
  readonly wholes: Int32Array;
  readonly wholesFrom: number;
}

let chunk: { readonly reals: Float64Array; readonly wholes: Int32Array } | null = null;
let taken = 0;

/** Fresh memory, all zero. It is never given out twice; a chunk is collected with the last of its topics. */
export function takeMemory(): TopicMemory {
  if (chunk === null || taken === TOPICS) {
    const buffer = new ArrayBuffer(BYTES * TOPICS);
    chunk = { reals: new Float64Array(buffer), wholes: new Int32Array(buffer) };
    taken = 0;
  }
  const from = taken++ * BYTES;
  return { ...chunk, realsFrom: from / 8, wholesFrom: from / 4 + 2 * REALS };
}
