import { RING_MINUTES, TOPICS } from './topic-memory.js';
import type { MemoryChunk } from './topic-memory.js';

/** Numbers of the sketches themselves. */
const REALS = 4;
/** A share for each channel there may be. */
export const CHANNEL_BITS = 32;
/** Who was heard last when, see `AuthorSketch`. */
export const AUTHOR_SLOTS = 256;
export const TONE_KINDS = 4;

/** What lies by minute and then by topic, as counts do. */
export const TONES_APART = TONE_KINDS * TOPICS + TONE_KINDS;
export const MASKS_APART = TOPICS + 1;
/** Behind the tones of all minutes: those of the newest hour. */
export const TONE_SUMS = RING_MINUTES * TONES_APART;
const MASKS_FROM = TONE_SUMS + TONES_APART;
const AUTHORS_FROM = MASKS_FROM + RING_MINUTES * MASKS_APART;
const WHOLES = AUTHORS_FROM + TOPICS * AUTHOR_SLOTS;

/**
 * Where topics keep who spoke of them, where and how: of topics of which only counts are known there is nothing of the
 * kind, so a chunk of memory gets its own with the first of its topics that hears more.
 */
export interface HeardMemory {
  readonly reals: Float64Array;
  readonly shares: Float32Array;
  readonly wholes: Int32Array;
}

export const heardRealsOf = (index: number): number => index * REALS;
export const sharesOf = (index: number): number => index * CHANNEL_BITS;
/** What the minute in slot 0 sounded like; the next slot lies `TONES_APART` behind. */
export const tonesOf = (index: number): number => index * TONE_KINDS;
/** The channels with criticism; the next slot lies `MASKS_APART` behind. */
export const masksOf = (index: number): number => MASKS_FROM + index;
export const authorsOf = (index: number): number => AUTHORS_FROM + index * AUTHOR_SLOTS;

export function heardMemory(chunk: MemoryChunk): HeardMemory {
  chunk.heard ??= {
    reals: new Float64Array(REALS * TOPICS),
    shares: new Float32Array(CHANNEL_BITS * TOPICS),
    wholes: new Int32Array(WHOLES),
  };
  return chunk.heard;
}
