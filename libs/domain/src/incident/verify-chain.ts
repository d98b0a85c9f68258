import { CHAIN_START, textToHash, type JournalEntry } from './journal-entry.js';

export type ChainFault =
  /** The entry's content does not fit its hash. */
  | { readonly kind: 'altered'; readonly seq: number }
  /** The entry does not continue the one before it. */
  | { readonly kind: 'broken'; readonly seq: number }
  /** A number is missing or out of order. */
  | { readonly kind: 'misplaced'; readonly expected: number; readonly found: number }
  /** The journal is shorter than its head says, or ends in another entry. */
  | { readonly kind: 'cut'; readonly expected: number; readonly found: number };

/** Number and hash of the newest entry, kept beside the journal. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/**
 * Every fault of a journal, in order; empty when it is whole. `sha256` answers hex. Without a head a cut-off end
 * cannot be seen.
 */
export function verifyChain(
  incident: string,
  entries: Iterable<JournalEntry>,
  sha256: (text: string) => string,
  head: ChainHead | null = null,
): ChainFault[] {
  const faults: ChainFault[] = [];
  let previous = CHAIN_START;
  let last = 0;
  for (const entry of entries) {
    if (entry.seq !== last + 1) {
      faults.push({ kind: 'misplaced', expected: last + 1, found: entry.seq });
    } else if (entry.previous !== previous) faults.push({ kind: 'broken', seq: entry.seq });
    if (sha256(textToHash(incident, entry, entry.previous)) !== entry.hash) {
      faults.push({ kind: 'altered', seq: entry.seq });
    }
    previous = entry.hash;
    last = entry.seq;
  }
  if (head !== null && (head.seq !== last || (last > 0 && head.hash !== previous))) {
    faults.push({ kind: 'cut', expected: head.seq, found: last });
  }
  return faults;
}
