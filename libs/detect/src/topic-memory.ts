import type { HeardMemory } from './heard-memory.js';

/** Numbers of a topic with fractions, side by side: more than it needs, so that each topic begins where a line of memory does. */
const REALS = 64;
export const TOPICS = 64;
/** Longer than what is looked back on, and a power of two. */
export const RING_MINUTES = 128;
/**
 * Counts lie by minute, then by topic: a minute closes for all topics in turn, and those before and after it are then at
 * hand. A little room between the minutes keeps them from falling into the same few places of the cache.
 */
export const COUNTS_APART = 2 * TOPICS + 2;
export const JUDGED_APART = TOPICS + 1;
const JUDGED_FROM = RING_MINUTES * COUNTS_APART;
const WHOLES = JUDGED_FROM + RING_MINUTES * JUDGED_APART;

/**
 * Where a topic keeps the numbers that every minute asks for. With thousands of topics closing a minute waits for
 * memory, not for arithmetic, so many topics share one buffer; each has its own places in it.
 */
export interface TopicMemory {
  readonly chunk: MemoryChunk;
  readonly index: number;
}

export interface MemoryChunk {
  readonly reals: Float64Array;
  readonly wholes: Int32Array;
  /** Null until more than counts is known of one of its topics. */
  heard: HeardMemory | null;
}

/** Where the numbers of a topic begin. */
export const realsOf = (index: number): number => index * REALS;
/** Negatives and mentions of the minute in slot 0; the next slot lies `COUNTS_APART` behind. */
export const countsOf = (index: number): number => 2 * index;
/** How many were judged negative; the next slot lies `JUDGED_APART` behind. */
export const judgedOf = (index: number): number => JUDGED_FROM + index;

let chunk: MemoryChunk | null = null;
let taken = 0;

/** Fresh memory, all zero. It is never given out twice; a chunk is collected with the last of its topics. */
export function takeMemory(): TopicMemory {
  if (chunk === null || taken === TOPICS) {
    const reals = new Float64Array(REALS * TOPICS);
    chunk = { reals, wholes: new Int32Array(WHOLES), heard: null };
    taken = 0;
  }
  return { chunk, index: taken++ };
}
