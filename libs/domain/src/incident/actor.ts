import type { PersonRef } from '../alert.js';
import { DomainError } from '../errors.js';
import type { CrisisRole } from '../crisis-role.js';
import { may, rolesWith, type Right } from '../rights.js';
import type { Grant } from '../roles.js';
import type { Incident } from './incident.js';

/** Who acts: a person and the roles they hold in the house. */
export interface Actor extends PersonRef {
  readonly grants: readonly Grant[];
}

type Placed = Pick<Incident, 'brandId' | 'seats' | 'runs' | 'requests' | 'questions' | 'handOvers'>;

/** The seats a person fills in this incident, themselves or as a deputy. */
export function seatsOf({ seats }: Pick<Incident, 'seats'>, personId: number): CrisisRole[] {
  return Object.entries(seats)
    .filter(([, { person, deputy }]) => person.id === personId || deputy?.id === personId)
    .map(([role]) => role as CrisisRole);
}

/** Does this person act for the role here: in its seat, or while nobody sits there by the house's grants? */
export function actsAs(incident: Placed, actor: Actor, role: CrisisRole): boolean {
  const seat = incident.seats[role];
  if (seat !== undefined) return seat.person.id === actor.id || seat.deputy?.id === actor.id;
  return actor.grants.some(
    (grant) =>
      grant.role === role && (grant.brandId === null || grant.brandId === incident.brandId),
  );
}

/** May this person see the room? Specialists enter where they are seated, asked, or have a step. */
export function mayEnter(incident: Placed, actor: Actor): boolean {
  if (may(actor.grants, 'incident.see', incident.brandId)) return true;
  if (!may(actor.grants, 'incident.write', incident.brandId)) return false;
  return isInvolved(incident, actor.id);
}

function isInvolved(incident: Placed, id: number): boolean {
  return membersOf(incident).includes(id);
}

/** Everybody with a seat, a step, a question, a request or a hand-over in this incident, by id. */
export function membersOf({ seats, questions, requests, handOvers, runs }: Placed): number[] {
  const people = [
    ...Object.values(seats).flatMap(({ person, deputy }) => [person, deputy]),
    ...questions.map(({ to }) => to),
    ...requests.flatMap(({ to, deputy }) => [to, deputy]),
    ...handOvers.map(({ to }) => to),
    ...runs.flatMap(({ steps }) => Object.values(steps).map(({ person }) => person)),
  ];
  return [...new Set(people.flatMap((person) => (person === null ? [] : [person.id])))];
}

/** Refuses `not-allowed`, naming the roles that could. */
export function requireIncidentRight(
  incident: Pick<Incident, 'brandId'>,
  actor: Actor,
  right: Right,
): void {
  if (may(actor.grants, right, incident.brandId)) return;
  throw new DomainError('not-allowed', { right, roles: rolesWith(right).join(',') });
}
