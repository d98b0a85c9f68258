import type { PersonRef } from '../alert.js';
import type { CrisisRole } from '../crisis-role.js';
import { DomainError } from '../errors.js';
import { may } from '../rights.js';
import { requireIncidentRight } from './actor.js';
import { requireReason, requireSeen, type DecideContext } from './decide-context.js';
import type { HandOver, Incident } from './incident.js';
import type { CommandOf } from './incident-command.js';
import type { IncidentEvent } from './incident-event.js';

export type TeamCommand = CommandOf<
  | 'assign-role'
  | 'vacate-role'
  | 'say-reachable'
  | 'offer-hand-over'
  | 'sign-hand-over'
  | 'end-hand-over'
>;

/** Who sits where, and who hands over to whom. */
export function decideTeam(
  incident: Incident,
  command: TeamCommand,
  context: DecideContext,
): readonly IncidentEvent[] {
  const { actor } = context;
  switch (command.type) {
    case 'assign-role': {
      const { role, deputy } = command;
      const person = refOf(command.person);
      requireSteering(incident, context);
      const seat = incident.seats[role];
      requireSeen(seat?.since, context);
      if (deputy?.id === person.id) throw new DomainError('invalid-input', { field: 'deputy' });
      if (seat?.person.id === person.id && seat.deputy?.id === deputy?.id) {
        throw new DomainError('already-so');
      }
      return [
        { type: 'role-assigned', role, person, deputy: deputy === null ? null : refOf(deputy) },
      ];
    }
    case 'vacate-role': {
      const { role, reason } = command;
      requireSteering(incident, context);
      requireReason(reason);
      const seat = incident.seats[role];
      requireSeen(seat?.since, context);
      if (seat === undefined) throw new DomainError('already-so');
      return [{ type: 'role-vacated', role, reason }];
    }
    case 'say-reachable': {
      requireIncidentRight(incident, actor, 'incident.write');
      const { reachable, note } = command;
      return [{ type: 'reachability-set', person: refOf(actor), reachable, note }];
    }
    case 'offer-hand-over': {
      const { role, form } = command;
      const to = refOf(command.to);
      requireHolder(incident, role, context);
      if (incident.seats[role]?.person.id === to.id) throw new DomainError('already-so');
      if (incident.handOvers.some((one) => one.role === role && one.state === 'offered')) {
        throw new DomainError('conflict', { what: 'hand-over' });
      }
      return [{ type: 'hand-over-offered', role, to, form }];
    }
    case 'sign-hand-over': {
      const handOver = openHandOver(incident, command.handOver);
      // Offered by one, signed by the other: nobody signs for both sides.
      if (handOver.to.id !== actor.id) {
        throw new DomainError('asked-of-another', { name: handOver.to.name });
      }
      return [{ type: 'hand-over-signed', handOver: handOver.id }];
    }
    case 'end-hand-over': {
      const { id, from, to } = openHandOver(incident, command.handOver);
      requireReason(command.reason);
      if (actor.id !== to.id && actor.id !== from.id) requireSteering(incident, context);
      const how = actor.id === to.id ? 'declined' : 'withdrawn';
      return [{ type: 'hand-over-ended', handOver: id, how, reason: command.reason }];
    }
  }
}

/** Lead and PR staff the team; whoever opened the incident may until somebody leads it. */
function requireSteering(incident: Incident, { actor }: DecideContext): void {
  const alone = incident.seats.lead === undefined && incident.opened.by?.id === actor.id;
  if (alone && may(actor.grants, 'incident.open', incident.brandId)) return;
  requireIncidentRight(incident, actor, 'incident.steer');
}

function requireHolder(incident: Incident, role: CrisisRole, { actor }: DecideContext): void {
  const seat = incident.seats[role];
  const holds = seat?.person.id === actor.id || seat?.deputy?.id === actor.id;
  if (!holds) throw new DomainError('seat-needed', { role });
}

function openHandOver({ handOvers }: Incident, id: number): HandOver {
  const found = handOvers.find((one) => one.id === id);
  if (found === undefined) throw new DomainError('not-found', { what: 'hand-over', id });
  if (found.state !== 'offered') {
    throw new DomainError('hand-over-ended', { state: found.state, at: found.endedAt });
  }
  return found;
}

/** A person as the journal keeps them: no grants, no address. */
export function refOf({ id, name }: PersonRef): PersonRef {
  return { id, name };
}
