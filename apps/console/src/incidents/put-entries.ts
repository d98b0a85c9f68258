import type { QueryClient } from '@tanstack/react-query';
import type { IncidentDetail, IncidentView } from '@sturmwarte/contracts';
import type { JournalEntry } from '@sturmwarte/domain';
import { foldEntries } from './fold-entries.js';
import { theFold } from './the-fold.js';

/** Puts entries into the room that shows them, and the state into the lists; reads the room anew when some are missing. */
export function putEntries(
  client: QueryClient,
  id: number,
  entries: readonly JournalEntry[],
): void {
  const key = ['incident', id];
  const before = client.getQueryData<IncidentDetail>(key);
  if (before === undefined) return;
  const after = foldEntries(before, entries);
  if (after === null) {
    void client.invalidateQueries({ queryKey: key });
    return;
  }
  client.setQueryData<IncidentDetail>(key, after);
  client.setQueriesData<readonly IncidentView[]>({ queryKey: ['incidents'] }, (list) =>
    list?.map((one) => (one.id === id ? { id, incident: after.incident } : one)),
  );
}

theFold.isHere(putEntries);
