import type { ChainHead } from '@sturmwarte/domain';
import type { JournalFault } from './journal-fault.js';

/** What was checked of one journal. */
export interface JournalReport {
  readonly number: string;
  readonly title: string;
  readonly entries: number;
  /** Compare it with one that was written down elsewhere: only so a journal made anew as a whole is noticed. */
  readonly head: ChainHead;
  readonly faults: number;
}

/** A fault as it is found. `line` of an exported file, null in a database. */
export type TellFault = (number: string, fault: JournalFault, line: number | null) => void;
