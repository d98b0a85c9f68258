import type { ExecutiveRequest, Incident } from './incident.js';

/** What still waits for this person's decision, themselves or as a deputy; the most urgent first. */
export function requestsTo(
  { state, requests }: Pick<Incident, 'state' | 'requests'>,
  personId: number,
): ExecutiveRequest[] {
  if (state !== 'open') return [];
  return requests
    .filter(({ decision, withdrawn }) => decision === null && withdrawn === null)
    .filter(({ to, deputy }) => to.id === personId || deputy?.id === personId)
    .sort((a, b) => Date.parse(a.due) - Date.parse(b.due) || a.id - b.id);
}
