import {
  ChainCheck,
  evolveIncident,
  type ChainHead,
  type Incident,
  type JournalEntry,
} from '@sturmwarte/domain';
import { sha256 } from '../sha256.js';
import type { JournalFault } from './journal-fault.js';

/** Follows one journal from its first entry: the chain, and the fold of what it says. */
export class JournalCheck {
  /** The fold so far; null before the first entry, and for good once an entry was missing or impossible. */
  incident: Incident | null = null;
  private readonly chain: ChainCheck;
  private folding = true;

  constructor(incident: string) {
    this.chain = new ChainCheck(incident, sha256);
  }

  get head(): ChainHead {
    return this.chain.head;
  }

  take(entry: JournalEntry): JournalFault[] {
    const faults: JournalFault[] = this.chain.take(entry);
    if (faults.length > 0) this.stopFolding();
    if (!this.folding) return faults;
    try {
      this.incident = evolveIncident(this.incident, entry);
    } catch {
      // Sealed by its hash, and still nothing our rules could have written.
      this.stopFolding();
      faults.push({ kind: 'impossible', seq: entry.seq });
    }
    return faults;
  }

  lose(): void {
    this.stopFolding();
    this.chain.lose();
  }

  end(head: ChainHead): JournalFault[] {
    return this.chain.end(head);
  }

  private stopFolding(): void {
    this.folding = false;
    this.incident = null;
  }
}
