import { ChainCheck, type ChainFault, type ChainHead } from './chain-check.js';
import type { JournalEntry } from './journal-entry.js';

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
  const check = new ChainCheck(incident, sha256);
  const faults: ChainFault[] = [];
  for (const entry of entries) faults.push(...check.take(entry));
  return [...faults, ...check.end(head)];
}
