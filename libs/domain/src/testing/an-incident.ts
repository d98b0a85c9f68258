import type { Actor } from '../incident/actor.js';
import type { DecideContext } from '../incident/decide-context.js';
import { evolveIncident, type FoldedEntry } from '../incident/evolve-incident.js';
import type { Incident } from '../incident/incident.js';
import type { EventOf, IncidentEvent } from '../incident/incident-event.js';
import type { Role } from '../roles.js';
import { aDemoPlaybook } from './a-demo-playbook.js';

export const T0 = '2026-03-02T14:00:00.000Z';

/** A person of the house, by name and roles. */
export function aPerson(id: number, name: string, ...roles: Role[]): Actor {
  return { id, name, grants: roles.map((role) => ({ role, brandId: null })) };
}

export function anOpening(overrides: Partial<EventOf<'opened'>> = {}): EventOf<'opened'> {
  return {
    type: 'opened',
    number: 'L-2026-014',
    title: 'Nordlicht Akku',
    brandId: 1,
    spaceId: 1,
    t0: T0,
    alerts: [
      {
        alert: { id: 311, number: 311, topicId: 7, topicName: 'Nordlicht' },
        sign: { level: 3, channels: ['x', 'forum'] },
      },
    ],
    firstNegativeAt: '2026-03-02T13:40:00.000Z',
    level: 3,
    ...overrides,
  };
}

/** An incident as it stands after these events, one minute apart, by Meier. */
export function anIncident(...events: IncidentEvent[]): Incident {
  const by = { id: 1, name: 'Meier' };
  return [anOpening(), ...events].reduce<Incident | null>((incident, event, index) => {
    const at = minutesAfter(T0, index);
    const entry: FoldedEntry = { seq: index + 1, at, by, event };
    return evolveIncident(incident, entry);
  }, null) as Incident;
}

export function minutesAfter(iso: string, minutes: number): string {
  return new Date(Date.parse(iso) + minutes * 60_000).toISOString();
}

/** What a decision may look at; the playbook of `aDemoPlaybook` is known, legal clocks are legal's. */
export function aContext(
  actor: Actor,
  incident: Incident,
  overrides: Partial<DecideContext> = {},
): DecideContext {
  return {
    actor,
    at: minutesAfter(T0, incident.version),
    seen: incident.version,
    playbooks: new Map([['hash-of-demo', aDemoPlaybook()]]),
    judgesOf: () => ['legal'],
    ...overrides,
  };
}
