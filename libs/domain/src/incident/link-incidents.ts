import { DomainError } from '../errors.js';
import type { DecideContext } from './decide-context.js';
import { decideIncident } from './decide-incident.js';
import type { Incident } from './incident.js';
import type { IncidentEvent, IncidentRef } from './incident-event.js';

export interface LinkSide {
  readonly ref: IncidentRef;
  readonly incident: Incident;
}

export type LinkOrder =
  { readonly type: 'link' } | { readonly type: 'unlink'; readonly reason: string };

/** Two incidents that have to do with each other stay two: both journals name the other, or neither does. */
export function linkIncidents(
  one: LinkSide,
  other: LinkSide,
  order: LinkOrder,
  context: DecideContext,
): { readonly one: readonly IncidentEvent[]; readonly other: readonly IncidentEvent[] } {
  if (one.ref.id === other.ref.id || one.incident.spaceId !== other.incident.spaceId) {
    throw new DomainError('invalid-input', { field: 'other' });
  }
  const say = ({ incident }: LinkSide, { ref }: LinkSide): readonly IncidentEvent[] =>
    decideIncident(incident, { ...order, other: ref }, context);
  const isNamed = other.incident.links.some(({ id }) => id === one.ref.id);
  // Nothing is written into a merged incident any more; a link to it can still be undone on this side.
  const isSettled = order.type === 'link' ? isNamed : !isNamed || other.incident.state === 'merged';
  return { one: say(one, other), other: isSettled ? [] : say(other, one) };
}
