const SLOTS = 256;
/** 256 bits, one for each slot: who was heard in one minute. */
export const AUTHOR_WORDS = SLOTS / 32;
const WINDOW_MINUTES = 60;

export function markAuthor(bits: Int32Array, hash: number): void {
  const slot = scatter(hash);
  bits[slot >>> 5] = (bits[slot >>> 5] ?? 0) | (1 << (slot & 31));
}

/** Distinct authors of the last hour by linear counting: about one in ten off at some hundreds,
 * never above 1,420. */
export class AuthorSketch {
  /** Per slot the last minute somebody in it was heard; 0 for never. */
  readonly lastHeard = new Int32Array(SLOTS);

  hear(minute: number, bits: Int32Array): void {
    for (let slot = 0; slot < SLOTS; slot++) {
      if (((bits[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) this.lastHeard[slot] = minute;
    }
  }

  /** Critics in the 60 minutes that end with `minute`; `also` adds minutes that are still open. */
  count(minute: number, also: readonly Int32Array[]): number {
    let empty = 0;
    for (let slot = 0; slot < SLOTS; slot++) {
      const heard = (this.lastHeard[slot] ?? 0) > minute - WINDOW_MINUTES;
      if (!heard && !also.some((bits) => ((bits[slot >>> 5] ?? 0) >>> (slot & 31)) & 1)) empty++;
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
