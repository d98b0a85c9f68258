import type { EntriesAlong, IncidentView } from '@sturmwarte/contracts';
import { mayEnter, type JournalEntry } from '@sturmwarte/domain';
import type { LiveNamespace } from './live-socket.js';

/** What is larger is fetched by those who have the room open. */
const MOST_CHARS = 16_000;

/**
 * Sends small news of a journal along, ahead of their number, to every socket whose person may enter the incident as
 * it stands: the one question the routes ask as well.
 */
export function sendAlong(
  namespace: LiveNamespace,
  { id, incident }: IncidentView,
  entries: readonly JournalEntry[],
): void {
  const along: EntriesAlong = { incidentId: id, entries };
  if (entries.length === 0 || JSON.stringify(along).length > MOST_CHARS) return;
  const inside = [...namespace.sockets.values()].filter(({ data }) => {
    const { personId, name, grants } = data.principal;
    return data.resumed && mayEnter(incident, { id: personId, name, grants });
  });
  // Encoded once for all of them.
  if (inside.length > 0) namespace.to(inside.map((socket) => socket.id)).emit('entries', along);
}
