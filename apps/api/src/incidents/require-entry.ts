import type { IncidentView } from '@sturmwarte/contracts';
import { DomainError, mayEnter } from '@sturmwarte/domain';
import { actorOf } from '../common/incident-desk.js';
import type { Principal } from '../common/principal.js';

/** Refuses who may not see the room. */
export function requireEntry(
  principal: Principal,
  { incident }: Pick<IncidentView, 'incident'>,
): void {
  if (!mayEnter(incident, actorOf(principal))) {
    throw new DomainError('not-allowed', { right: 'incident.see' });
  }
}
