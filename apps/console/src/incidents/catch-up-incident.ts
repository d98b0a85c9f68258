import type { QueryClient } from '@tanstack/react-query';
import type { IncidentDetail } from '@sturmwarte/contracts';
import type { JournalEntry } from '@sturmwarte/domain';
import { readAgain, readAnew } from '../app/read-again.js';
import { entriesAfter } from './incidents.queries.js';
import { theFold } from './the-fold.js';

const LIST_EVERY_MS = 500;

/** Entries that came along with the wire: taken when they follow what is there; a gap is the number's to fill. */
export function takeAlong(client: QueryClient, id: number, entries: readonly JournalEntry[]): void {
  const known = client.getQueryData<IncidentDetail>(['incident', id])?.incident.version;
  if (known !== undefined && entries[0]?.seq === known + 1) theFold.put(client, id, entries);
}

/** What to do when the wire says that a journal grew: fetch the rest of an open room, and the lists now and then. */
export function incidentFollower(client: QueryClient): (id: number, seq: number) => void {
  const reading = new Set<number>();
  let listDue = false;
  const catchUp = async (id: number, seq: number): Promise<void> => {
    const known = client.getQueryData<IncidentDetail>(['incident', id])?.incident.version;
    if (known === undefined || known >= seq || reading.has(id)) return;
    reading.add(id);
    try {
      theFold.put(client, id, await entriesAfter(id, known));
    } catch {
      // Not allowed any more, or no answer: the room finds out by itself.
      void client.invalidateQueries({ queryKey: ['incident', id] });
    } finally {
      reading.delete(id);
    }
    const now = client.getQueryData<IncidentDetail>(['incident', id])?.incident.version;
    if (now !== undefined && now < seq && now > known) await catchUp(id, seq);
  };
  const wanted = new Map<number, number>();
  return (id, seq) => {
    wanted.set(id, Math.max(seq, wanted.get(id) ?? 0));
    readAgain(client, { queryKey: ['incident', id] }, (data) => {
      const version = (data as IncidentDetail | undefined)?.incident.version ?? 0;
      return version < (wanted.get(id) ?? 0);
    });
    void catchUp(id, seq).then(() => {
      const newest = wanted.get(id) ?? 0;
      if (newest > seq) void catchUp(id, newest);
    });
    if (listDue) return;
    listDue = true;
    setTimeout(() => {
      listDue = false;
      readAnew(client, { queryKey: ['incidents'] });
    }, LIST_EVERY_MS);
  };
}
