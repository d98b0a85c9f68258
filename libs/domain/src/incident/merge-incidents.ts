import { DomainError } from '../errors.js';
import { requireIncidentRight } from './actor.js';
import { requireReason, type DecideContext } from './decide-context.js';
import { withLevel } from './follow-alert.js';
import type { Incident } from './incident.js';
import type { IncidentEvent, IncidentRef } from './incident-event.js';
import { isUnderWay, underWay } from './find-wording.js';
import { withdrawPrepared } from './withdraw-prepared.js';
import type { ChainHead } from './chain-check.js';

export interface MergeSide {
  readonly ref: IncidentRef;
  readonly incident: Incident;
  /** Of its journal, so that what was merged can be shown to be what it was. */
  readonly head: ChainHead;
}

/**
 * One storm, two incidents: `from` ends in `into`, which takes over its alerts. Both journals stay as they are and
 * name each other; running playbooks, clocks and promises of `from` must be settled or stopped first.
 */
export function mergeIncidents(
  from: MergeSide,
  into: MergeSide,
  reason: string,
  context: DecideContext,
): { readonly from: readonly IncidentEvent[]; readonly into: readonly IncidentEvent[] } {
  requireIncidentRight(from.incident, context.actor, 'incident.steer');
  requireIncidentRight(into.incident, context.actor, 'incident.steer');
  requireReason(reason);
  requireMergeable(from.incident, into.incident);
  const joined = from.incident.alerts.filter(({ standing }) => standing === 'joined');
  const { seq: entries, hash } = from.head;
  return {
    // What was about to leave in its name does not: an absorbed incident says nothing any more.
    from: [
      ...withdrawPrepared(from.incident, 'all', 'incident-over'),
      { type: 'merged-into', into: into.ref, reason },
    ],
    into: withLevel(
      into.incident,
      [
        { type: 'absorbed', from: from.ref, entries, hash, reason },
        ...joined.map(({ alert, sign }): IncidentEvent => ({
          type: 'alert-joined',
          alert,
          sign,
          how: 'merge',
          reasons: [],
        })),
      ],
      context,
    ),
  };
}

function requireMergeable(from: Incident, into: Incident): void {
  if (from.number === into.number || from.spaceId !== into.spaceId) {
    throw new DomainError('invalid-input', { field: 'into' });
  }
  if (from.brandId !== into.brandId) throw new DomainError('invalid-input', { field: 'into' });
  for (const { state, mergedInto } of [from, into]) {
    if (state !== 'open')
      throw new DomainError('incident-over', { into: mergedInto?.number ?? null });
  }
  // A legal clock or a promise must not vanish with the incident that carried it.
  const open =
    from.runs.some(({ stopped }) => stopped === null) ||
    from.promises.some(({ kept }) => kept === null) ||
    from.legalClocks.some(
      ({ standing, stages }) =>
        standing === 'running' && stages.some(({ fulfilled }) => fulfilled === null),
    ) ||
    from.requests.some(({ decision, withdrawn }) => decision === null && withdrawn === null);
  const moving = from.publications.find(isUnderWay);
  if (moving !== undefined) throw underWay(moving);
  if (open || from.emergencies.some(({ review }) => review === null))
    throw new DomainError('conflict', { what: 'open-duties' });
}
