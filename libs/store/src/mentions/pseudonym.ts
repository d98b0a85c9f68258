/** Crockford's digits: no I, L, O, U, so that nobody misreads one aloud. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const FORM = /^([0-9A-HJKMNP-TV-Z]{4})-?([0-9A-HJKMNP-TV-Z]{2})$/;
const BITS = 30n;
const SHIFT = 64n - BITS;

/** The name an author has everywhere, e.g. `K7F3-2Q`: the upper 30 bits of the key. */
export function pseudonym(key: bigint): string {
  const upper = Number(BigInt.asUintN(64, key) >> SHIFT);
  let name = '';
  for (let shift = 25; shift >= 0; shift -= 5) name += DIGITS[(upper >>> shift) & 31];
  return `${name.slice(0, 4)}-${name.slice(4)}`;
}

/** The number a pseudonym stands for; null for what is no pseudonym. */
export function pseudonymNumber(name: string): number | null {
  const keys = keysOfPseudonym(name);
  return keys === null ? null : Number(BigInt.asUintN(64, keys.from) >> SHIFT);
}

/** The number of the pseudonym an author has, from the upper 32 bits of the key. */
export function numberOfAuthor(hash: number): number {
  return hash >>> 2;
}

/** Keys that bear this pseudonym, both ends included; null for what is no pseudonym. */
export function keysOfPseudonym(name: string): { from: bigint; to: bigint } | null {
  const match = FORM.exec(name.trim().toUpperCase());
  if (!match) return null;
  const upper = [...`${match[1] ?? ''}${match[2] ?? ''}`].reduce(
    (sum, digit) => sum * 32n + BigInt(DIGITS.indexOf(digit)),
    0n,
  );
  const from = BigInt.asIntN(64, upper << SHIFT);
  return { from, to: from + (1n << SHIFT) - 1n };
}
