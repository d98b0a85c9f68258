import { DomainError } from '../errors.js';
import { requireIncidentRight } from './actor.js';
import { requireReason, type DecideContext } from './decide-context.js';
import { withLevel } from './follow-alert.js';
import type { Incident } from './incident.js';
import type { IncidentEvent, IncidentRef } from './incident-event.js';
import { openIncident } from './open-incident.js';

export interface Split {
  readonly from: IncidentRef;
  /** Of the incident that is born. */
  readonly to: IncidentRef;
  readonly title: string;
  readonly alerts: readonly number[];
  readonly reason: string;
}

/** Two storms in one incident: some of its alerts go into a new one. Answers the events of both. */
export function splitIncident(
  incident: Incident,
  { from, to, title, alerts, reason }: Split,
  context: DecideContext,
): { readonly from: readonly IncidentEvent[]; readonly to: readonly IncidentEvent[] } {
  requireIncidentRight(incident, context.actor, 'incident.steer');
  requireReason(reason);
  if (incident.state !== 'open') throw new DomainError('incident-over', { into: null });
  const joined = incident.alerts.filter(({ standing }) => standing === 'joined');
  const leaving = joined.filter(({ alert }) => alerts.includes(alert.id));
  if (leaving.length === 0 || leaving.length !== new Set(alerts).size) {
    throw new DomainError('not-found', { what: 'alert', id: alerts.join(', ') });
  }
  if (leaving.length === joined.length) throw new DomainError('invalid-input', { field: 'alerts' });
  const opened = openIncident(
    {
      number: to.number,
      title,
      brandId: incident.brandId,
      spaceId: incident.spaceId,
      alerts: leaving.map(({ alert, sign }) => ({ alert, sign })),
      firstAlertAt: incident.t0,
      firstNegativeAt: incident.firstNegativeAt,
      t0: null,
    },
    context.actor,
    context.at,
  );
  return {
    from: withLevel(
      incident,
      [
        { type: 'split-off', to, alerts, reason },
        ...alerts.map((alertId): IncidentEvent => ({ type: 'alert-left', alertId, to })),
      ],
      context,
    ),
    to: [opened, { type: 'born-of-split', from, reason }],
  };
}
