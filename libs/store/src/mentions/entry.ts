import type { AuthorEntry } from './author-keys.js';
import type { Outcome, PreparedItem } from './prepared-item.js';

/** An item on its way through a commit. */
export interface Entry {
  readonly item: PreparedItem;
  /** See `mentionKey`. */
  readonly key: string;
  readonly author: AuthorEntry | null;
  /** Given when its batch begins; kept when the batch is tried again, so that its own rows are recognised. */
  id: number;
  outcome: Outcome | undefined;
  /** The version the database is known to hold; -1 when nothing is known. */
  known: number;
  readonly settle: (error?: Error) => void;
}

export function versionOf(item: PreparedItem): number {
  return item.op === 'upsert' ? item.mention.version : 0;
}
