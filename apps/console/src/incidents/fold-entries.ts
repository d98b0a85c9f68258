import type { IncidentDetail } from '@sturmwarte/contracts';
import { evolveIncident, type Incident, type JournalEntry } from '@sturmwarte/domain';

/**
 * The room after more entries, with the same fold as the server's. What is known already is passed over; null when
 * entries are missing in between, and the room must be read again.
 */
export function foldEntries(
  detail: IncidentDetail,
  entries: readonly JournalEntry[],
): IncidentDetail | null {
  const news = entries.filter(({ seq }) => seq > detail.incident.version);
  const [first] = news;
  if (first === undefined) return detail;
  if (first.seq !== detail.incident.version + 1) return null;
  const incident = news.reduce<Incident>(evolveIncident, detail.incident);
  return { ...detail, incident, entries: [...detail.entries, ...news] };
}
