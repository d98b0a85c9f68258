import { groupOf, type EntryGroup, type JournalEntry } from '@sturmwarte/domain';

/** Entries of the chosen groups; all when none is chosen. */
export function inGroups(
  entries: readonly JournalEntry[],
  groups: ReadonlySet<EntryGroup>,
): readonly JournalEntry[] {
  if (groups.size === 0) return entries;
  return entries.filter(({ event }) => groups.has(groupOf(event)));
}
