import type { JournalEntry } from '@sturmwarte/domain';

/** The latest correction of every entry that was corrected, by the number of the corrected one. */
export function correctionsOf(entries: readonly JournalEntry[]): ReadonlyMap<number, JournalEntry> {
  return new Map(
    entries.flatMap((entry): [number, JournalEntry][] =>
      entry.event.type === 'entry-corrected' ? [[entry.event.entry, entry]] : [],
    ),
  );
}
