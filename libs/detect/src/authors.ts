import { AUTHOR_SLOTS as SLOTS } from './heard-memory.js';

/** 256 bits, one for each slot: who was heard in one minute. */
export const AUTHOR_WORDS = SLOTS / 32;
const WINDOW_MINUTES = 60;

/** `from`: where the bits begin. */
export function markAuthor(bits: Int32Array, hash: number, from = 0): void {
  const slot = scatter(hash);
  const word = from + (slot >>> 5);
  bits[word] = (bits[word] ?? 0) | (1 << (slot & 31));
}

/** Distinct authors of the last hour by linear counting: about one in ten off at some hundreds,
 * never above 1,420. */
export class AuthorSketch {
  /** `slots`: per slot the last minute somebody in it was heard; 0 for never. They begin at `from`, among those of others. */
  constructor(
    private slots: Int32Array = new Int32Array(SLOTS),
    private from = 0,
  ) {}

  moveTo(slots: Int32Array, from: number): void {
    if (this.slots !== slots) this.slots = slots;
    this.from = from;
  }

  get lastHeard(): Int32Array {
    return this.slots.subarray(this.from, this.from + SLOTS);
  }

  hear(minute: number, bits: Int32Array): void {
    for (let word = 0; word < AUTHOR_WORDS; word++) {
      for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1)
        this.slots[this.from + word * 32 + 31 - Math.clz32(rest & -rest)] = minute;
    }
  }

  /** Critics in the 60 minutes that end with `minute`; `also` adds minutes that are still open. */
  count(minute: number, also: readonly Int32Array[]): number {
    let empty = 0;
    for (let word = 0; word < AUTHOR_WORDS; word++) {
      let open = 0;
      for (const bits of also) open |= bits[word] ?? 0;
      for (let bit = 0; bit < 32; bit++) {
        const heard = this.slots[this.from + word * 32 + bit] ?? 0;
        if (heard <= minute - WINDOW_MINUTES && ((open >>> bit) & 1) === 0) empty++;
      }
    }
    return Math.round(SLOTS * Math.log(SLOTS / Math.max(empty, 1)));
  }
}

/** The hashes may be weak or regular: mix all bits before taking eight of them. */
function scatter(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & (SLOTS - 1);
}
