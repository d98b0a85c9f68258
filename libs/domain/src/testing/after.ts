import type { Actor } from '../incident/actor.js';
import { decideIncident } from '../incident/decide-incident.js';
import { evolveIncident } from '../incident/evolve-incident.js';
import type { Incident } from '../incident/incident.js';
import type { IncidentCommand } from '../incident/incident-command.js';
import { aContext } from './an-incident.js';

/** How it stands after a person did this. */
export function after(incident: Incident, actor: Actor, command: IncidentCommand): Incident {
  const context = aContext(actor, incident);
  return decideIncident(incident, command, context).reduce<Incident>(
    (state, event) =>
      evolveIncident(state, { seq: state.version + 1, at: context.at, by: actor, event }),
    incident,
  );
}
