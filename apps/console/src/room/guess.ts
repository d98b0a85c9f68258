import type { IncidentDetail } from '@sturmwarte/contracts';
import {
  DomainError,
  decideIncident,
  evolveIncident,
  type DecideContext,
  type Incident,
  type IncidentEvent,
} from '@sturmwarte/domain';
import type { OrderInput } from '../incidents/use-order.js';

/** Orders whose outcome is shown before the server agrees: ticking and beginning a step. */
const SAFE = ['finish-step', 'start-step'] as const;
type SafeOrder = Extract<OrderInput, { type: (typeof SAFE)[number] }>;

/**
 * The room as it will be when the server agrees. The version stays, so that whatever really happens is folded over the
 * guess; null for orders that wait for the server, and for those it would refuse.
 */
export function guess(
  detail: IncidentDetail,
  order: OrderInput,
  context: DecideContext,
): IncidentDetail | null {
  if (!isSafe(order)) return null;
  const { version } = detail.incident;
  try {
    const events = eventsOf(detail.incident, order, context);
    const by = { id: context.actor.id, name: context.actor.name };
    const after = events.reduce<Incident>(
      (incident, event) =>
        evolveIncident(incident, { seq: incident.version + 1, at: context.at, by, event }),
      detail.incident,
    );
    return { ...detail, incident: { ...after, version } };
  } catch (refusal) {
    if (refusal instanceof DomainError) return null;
    throw refusal;
  }
}

function eventsOf(
  incident: Incident,
  order: SafeOrder,
  context: DecideContext,
): readonly IncidentEvent[] {
  if (order.type === 'start-step') return decideIncident(incident, order, context);
  const { inputs = {}, note = null } = order;
  return decideIncident(incident, { ...order, inputs, note }, context);
}

function isSafe(order: OrderInput): order is SafeOrder {
  return SAFE.some((type) => type === order.type);
}
