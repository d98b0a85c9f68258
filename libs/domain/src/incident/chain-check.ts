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

/** Checks a journal entry by entry, so that a long one need not be held in memory. `sha256` answers hex. */
export class ChainCheck {
  /** Null after an entry that could not be read: what follows it cannot be compared. */
  private previous: string | null = CHAIN_START;
  private last = 0;

  constructor(
    private readonly incident: string,
    private readonly sha256: (text: string) => string,
  ) {}

  /** The newest entry taken. */
  get head(): ChainHead {
    return { seq: this.last, hash: this.previous ?? '' };
  }

  take(entry: JournalEntry): ChainFault[] {
    const faults: ChainFault[] = [];
    if (entry.seq !== this.last + 1) {
      faults.push({ kind: 'misplaced', expected: this.last + 1, found: entry.seq });
    } else if (this.previous !== null && entry.previous !== this.previous) {
      faults.push({ kind: 'broken', seq: entry.seq });
    }
    if (this.sha256(textToHash(this.incident, entry, entry.previous)) !== entry.hash) {
      faults.push({ kind: 'altered', seq: entry.seq });
    }
    this.previous = entry.hash;
    this.last = entry.seq;
    return faults;
  }

  /** In place of an entry that cannot be read. */
  lose(): void {
    this.previous = null;
    this.last += 1;
  }

  /** After the last entry. Without a head a cut-off end cannot be seen. */
  end(head: ChainHead | null): ChainFault[] {
    const { last, previous } = this;
    const same = last === 0 || previous === null || head?.hash === previous;
    if (head === null || (head.seq === last && same)) return [];
    return [{ kind: 'cut', expected: head.seq, found: last }];
  }
}
