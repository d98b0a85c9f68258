import { levelOfAlerts } from './level-of-alerts.js';
import { evolveAll } from './evolve-all.js';
import type { Playbook } from '../playbook/playbook.js';
import type { Incident } from './incident.js';
import type { AlertSign, IncidentEvent } from './incident-event.js';
import { proposeSteps } from './propose-steps.js';

/** What the machine knows when it writes into a journal. */
export interface MachineContext {
  /** ISO, by the clock of the incident's space. */
  readonly at: string;
  readonly playbooks: ReadonlyMap<string, Playbook>;
}

/**
 * The machine's side: an alert of this incident changed. Saying the same twice decides nothing the second time, so a
 * restart may repeat itself. The level follows while the incident is open; after the all-clear only the alert is noted.
 */
export function followAlert(
  incident: Incident,
  alertId: number,
  sign: AlertSign,
  closed: boolean,
  context: MachineContext,
): readonly IncidentEvent[] {
  const known = incident.alerts.find(({ alert }) => alert.id === alertId);
  if (known === undefined || incident.state === 'merged') return [];
  const same =
    known.sign.level === sign.level &&
    known.closed === closed &&
    sign.channels.every((channel) => known.sign.channels.includes(channel));
  if (same) return [];
  const channels = [...new Set([...known.sign.channels, ...sign.channels])];
  const moved: IncidentEvent = {
    type: 'alert-moved',
    alertId,
    sign: { level: sign.level, channels },
    closed,
  };
  return withLevel(incident, [moved], context);
}

/** The given events, then the level if they change what the alerts say together, then the steps it calls for. */
export function withLevel(
  incident: Incident,
  events: readonly IncidentEvent[],
  context: MachineContext,
): readonly IncidentEvent[] {
  const after = evolveAll(incident, events, context.at);
  const from = after.level.automatic;
  const to = levelOfAlerts(after);
  const followed: readonly IncidentEvent[] =
    from === to || after.state !== 'open' ? [] : [{ type: 'level-followed', from, to }];
  const all = [...events, ...followed];
  return [
    ...all,
    ...proposeSteps(incident, evolveAll(incident, all, context.at), context.playbooks, 'level'),
  ];
}
