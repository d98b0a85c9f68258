import type { JournalEntry } from '@sturmwarte/domain';

/**
 * What is known of a journal's end without a gap, oldest first. Entries are known from the room and from pages of
 * older ones; where a room was read anew and something lies between, the older part is asked for again.
 */
export function endOfJournal(
  older: readonly JournalEntry[],
  recent: readonly JournalEntry[],
): readonly JournalEntry[] {
  const [first] = recent;
  if (first === undefined) return recent;
  const before = older.filter(({ seq }) => seq < first.seq);
  if (before.at(-1)?.seq !== first.seq - 1) return recent;
  return [...before, ...recent];
}
