const SLOTS = 256;
/** 256 bits, one for each slot: who was heard in one minute. */
export const AUTHOR_WORDS = SLOTS / 32;
const WINDOW_MINUTES = 60;

export function markAuthor(bits: Int32Array, hash: number): void {
  const slot = scatter(hash);
  bits[slot >>> 5] = (bits[slot >>> 5] ?? 0) | (1 << (slot & 31));
}

/** Distinct authors of the last hour by linear counting: exact enough (a few per cent) up to about 700, never above 1,420. */
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

/** The hashes may be weak in their low bits: mix before taking eight of them. */
function scatter(hash: number): number {
  return (Math.imul(hash, 0x9e3779b1) >>> 24) & (SLOTS - 1);
}
