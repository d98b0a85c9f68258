import type { PersonRef } from '../alert.js';
import { evolveIncident } from './evolve-incident.js';
import type { Incident } from './incident.js';
import type { IncidentEvent } from './incident-event.js';

/** How the incident would be after these events, by a person or the machine: for rules that decide several at once. */
export function evolveAll(
  incident: Incident,
  events: readonly IncidentEvent[],
  at: string,
  by: PersonRef | null = null,
): Incident {
  return events.reduce<Incident>(
    (state, event) => evolveIncident(state, { seq: state.version + 1, at, by, event }),
    incident,
  );
}
