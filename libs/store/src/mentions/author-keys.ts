import { hash } from 'node:crypto';
import { YoungMap } from './young-map.js';

export interface AuthorEntry {
  /** 64 signed bits, decimal. */
  readonly key: string;
  /** 32 bits of the key for sketches of distinct authors. */
  readonly hash: number;
  /** What the database is known to hold: the day last seen, -1 when nothing is known, and the clear names. */
  storedDay: number;
  storedHandle: string | undefined;
  storedName: string | undefined;
}

/** Keys of the authors seen lately, and whether their clear names are stored as they are now. */
export class AuthorKeys {
  private readonly entries: YoungMap<AuthorEntry>;

  /** `secret` makes pseudonyms of one installation useless to another. */
  constructor(
    private readonly secret: string,
    size = 25_000,
  ) {
    this.entries = new YoungMap(size);
  }

  /** Null for an anonymous author. */
  of(sourceId: number, nativeId: string): AuthorEntry | null {
    if (nativeId === '') return null;
    const name = `${sourceId}:${nativeId}`;
    const known = this.entries.get(name);
    if (known !== undefined) return known;
    const digest = hash('sha256', `${this.secret}:${name}`, 'hex');
    const entry: AuthorEntry = {
      key: BigInt.asIntN(64, BigInt(`0x${digest.slice(0, 16)}`)).toString(),
      hash: parseInt(digest.slice(0, 8), 16) | 0,
      storedDay: -1,
      storedHandle: undefined,
      storedName: undefined,
    };
    this.entries.set(name, entry);
    return entry;
  }
}

/** The 32 bits `AuthorEntry.hash` has, from a stored key: for those who rebuild a detector's windows. */
export function authorHashOf(key: string): number {
  return Number(BigInt.asIntN(32, BigInt(key) >> 32n));
}
