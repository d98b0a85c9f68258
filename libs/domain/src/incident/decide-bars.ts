import { DomainError } from '../errors.js';
import { requireIncidentRight } from './actor.js';
import { requireReason, type DecideContext } from './decide-context.js';
import { refOf } from './decide-team.js';
import type { Incident } from './incident.js';
import type { CommandOf } from './incident-command.js';
import type { IncidentEvent } from './incident-event.js';

/** A conflict of interest: whoever it is about approves nothing, and does not lift that for themselves. */
export function decideBars(
  incident: Incident,
  command: CommandOf<'bar-from-approving' | 'lift-bar'>,
  { actor }: DecideContext,
): readonly IncidentEvent[] {
  requireIncidentRight(incident, actor, 'statement.bar');
  const { person, reason } = command;
  requireReason(reason);
  const known = incident.barred.find((one) => one.person.id === person.id);
  if (command.type === 'bar-from-approving') {
    if (known !== undefined) {
      throw new DomainError('already-decided', { by: known.by?.name ?? null, at: known.at });
    }
    return [{ type: 'approver-barred', person: refOf(person), reason }];
  }
  if (known === undefined) throw new DomainError('already-so');
  if (person.id === actor.id) throw new DomainError('second-person-needed');
  return [{ type: 'approver-bar-lifted', person: refOf(person), reason }];
}
