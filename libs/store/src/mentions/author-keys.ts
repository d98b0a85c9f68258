import { hash } from 'node:crypto';
import type { MentionAuthor } from '@sturmwarte/domain';
import { YoungMap } from './young-map.js';

export interface AuthorEntry {
  /** 64 signed bits, decimal. */
  readonly key: string;
  /** 32 bits of the key for sketches of distinct authors. */
  readonly hash: number;
  /** What the database is known to hold; undefined when nothing is known. */
  stored: string | undefined;
}

/** Keys of the authors seen lately, and whether their clear names are stored as they are now. */
export class AuthorKeys {
  private readonly entries: YoungMap<AuthorEntry>;

  /** `secret` makes pseudonyms of one installation useless to another. */
  constructor(
    private readonly secret: string,
    size = 50_000,
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
      hash: authorHash(digest),
      stored: undefined,
    };
    this.entries.set(name, entry);
    return entry;
  }
}

/** What the row of an author would hold on this day, in one string to compare. */
export function authorState(author: MentionAuthor, day: number): string {
  return `${day}|${author.handle ?? ''}|${author.name ?? ''}`;
}

/** The same 32 bits as `authorHashOf` takes from a stored key: its upper half. */
function authorHash(digest: string): number {
  return parseInt(digest.slice(0, 8), 16) | 0;
}

/** From a stored key, for those who rebuild a detector's windows. */
export function authorHashOf(key: string): number {
  return Number(BigInt.asIntN(32, BigInt(key) >> 32n));
}
