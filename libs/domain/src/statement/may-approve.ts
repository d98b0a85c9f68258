import type { CrisisRole } from '../crisis-role.js';
import { DomainError } from '../errors.js';
import type { Actor } from '../incident/actor.js';
import type { Incident } from '../incident/incident.js';
import { approvalStateOf, isOpen, type ApprovalPlace } from './approval-state.js';
import { NEXT_RUNG, STANDS_IN_FOR } from './approver-roles.js';
import { countingApprovals } from './counting-approvals.js';
import type { Statement, Variant } from './statement.js';
import type { ApproverStanding } from './statement-refs.js';

/** A place a person may fill now, and in whose stead. */
export interface OfferedPlace {
  readonly stage: number;
  readonly role: CrisisRole;
  readonly standing: ApproverStanding;
}

export type MayApprove =
  | { readonly places: readonly OfferedPlace[]; readonly refusal: null }
  | { readonly places: readonly []; readonly refusal: DomainError };

/** Which places this person may fill for a text now, or why none. Returning and rejecting ask the same. */
export function mayApprove(
  incident: Incident,
  statement: Statement,
  variant: Variant,
  actor: Actor,
  at: string,
): MayApprove {
  const refusal = cannot(incident, statement, variant, actor);
  if (refusal !== null) return { places: [], refusal };
  const state = approvalStateOf(incident, statement, variant, at);
  if (state.phase !== 'waiting') return no(new DomainError('already-so'));
  const all = state.stages.flatMap(({ places }) => places);
  const places = all
    .filter(({ turn }) => isOpen(turn))
    .flatMap((place) => {
      const standing = standingIn(incident, place, actor);
      return standing === null ? [] : [{ stage: place.stage, role: place.role, standing }];
    });
  if (places.length > 0) return { places, refusal: null };
  return no(notNow(incident, all, actor));
}

function no(refusal: DomainError): MayApprove {
  return { places: [], refusal };
}

/** What no time and no seat changes. */
function cannot(
  incident: Incident,
  statement: Statement,
  variant: Variant,
  { id, grants }: Actor,
): DomainError | null {
  if (incident.state === 'merged') {
    return new DomainError('incident-over', { into: incident.mergedInto?.number ?? null });
  }
  const dropped = statement.dropped ?? variant.dropped;
  if (dropped !== null) {
    return new DomainError('wording-dropped', { by: dropped.by?.name ?? null, at: dropped.at });
  }
  if (variant.asked === null) return new DomainError('approval-not-asked');
  const bar = incident.barred.find(({ person }) => person.id === id);
  if (bar !== undefined) {
    return new DomainError('approver-barred', { by: bar.by?.name ?? null, at: bar.at });
  }
  const roles = grants.filter((one) => one.brandId === null || one.brandId === incident.brandId);
  if (roles.length > 0 && roles.every(({ role }) => role === 'admin')) {
    return new DomainError('admin-approves');
  }
  if (statement.authors.some((author) => author.id === id)) {
    return new DomainError('author-approves');
  }
  const own = countingApprovals(incident, statement, variant).find(({ by }) => by?.id === id);
  return own === undefined
    ? null
    : new DomainError('approved-already', { role: own.role, at: own.at });
}

function notNow(incident: Incident, places: readonly ApprovalPlace[], actor: Actor): DomainError {
  const waiting = places.filter(({ turn }) => turn !== 'given' && turn !== 'spared');
  const own = waiting.find(({ role }) => sitsIn(incident, role, actor) !== null);
  const above = waiting.find(({ nextRung }) => sitsIn(incident, nextRung, actor) !== null);
  const first = own ?? above;
  if (first === undefined) {
    const roles = [...new Set(waiting.map(({ role }) => role))].join(',');
    return new DomainError('approval-role-needed', { roles });
  }
  return new DomainError('approval-not-yet', {
    role: first.role,
    name: first.holder?.name ?? null,
    from: own === undefined ? first.endsAt : first.deputyAt,
  });
}

function standingIn(
  incident: Incident,
  { role, turn }: ApprovalPlace,
  actor: Actor,
): ApproverStanding | null {
  const own = sitsIn(incident, role, actor);
  if (own === 'holder') return 'holder';
  if (own === 'deputy' && turn !== 'holder') return 'deputy';
  if ((STANDS_IN_FOR[role] ?? []).some((other) => speaksFor(incident, other, actor))) {
    return 'stand-in';
  }
  if (turn === 'next-rung' && sitsIn(incident, NEXT_RUNG[role], actor) !== null) return 'next-rung';
  return null;
}

/** As holder, or as deputy of a holder who has said "not reachable". */
function speaksFor(incident: Incident, role: CrisisRole, actor: Actor): boolean {
  const sits = sitsIn(incident, role, actor);
  if (sits !== 'deputy') return sits === 'holder';
  const holder = incident.seats[role]?.person;
  return holder !== undefined && incident.reachability[holder.id]?.reachable === false;
}

/** Holds the role in the house for this brand and, where the seat is taken, sits in it. */
function sitsIn(
  { seats, brandId }: Incident,
  role: CrisisRole | null,
  { id, grants }: Actor,
): 'holder' | 'deputy' | null {
  const holds = grants.some(
    (one) => one.role === role && (one.brandId === null || one.brandId === brandId),
  );
  if (role === null || !holds) return null;
  const seat = seats[role];
  if (seat === undefined || seat.person.id === id) return 'holder';
  return seat.deputy?.id === id ? 'deputy' : null;
}
