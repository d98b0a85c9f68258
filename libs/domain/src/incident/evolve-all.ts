import { evolveIncident } from './evolve-incident.js';
import type { Incident } from './incident.js';
import type { IncidentEvent } from './incident-event.js';

/** How the incident would be after these events: for rules that decide several in one breath. */
export function evolveAll(
  incident: Incident,
  events: readonly IncidentEvent[],
  at: string,
): Incident {
  return events.reduce<Incident>(
    (state, event) => evolveIncident(state, { seq: state.version + 1, at, by: null, event }),
    incident,
  );
}
