import type { PersonRef } from '../alert.js';
import type { CrisisRole } from '../crisis-role.js';
import { DomainError } from '../errors.js';
import { approvalStateOf, type ApprovalPlace } from '../statement/approval-state.js';
import { textOf } from '../statement/counting-approvals.js';
import { actsAs, requireIncidentRight } from './actor.js';
import { boundOf } from './bound-of.js';
import { requireReason, type DecideContext } from './decide-context.js';
import { liveStatement, seenVariant } from './find-wording.js';
import { levelInForce, type Incident } from './incident.js';
import type { CommandOf } from './incident-command.js';
import type { IncidentEvent } from './incident-event.js';
import { withdrawPrepared } from './withdraw-prepared.js';

export type EmergencyCommand = CommandOf<'release-in-emergency' | 'review-emergency'>;

/** From this level on the glass may be broken. */
export const EMERGENCY_LEVEL = 4;
/** So many people must have let their time pass. */
const UNANSWERED = 2;

/** Break-glass, and the look at it that somebody else owes within a day. */
export function decideEmergency(
  incident: Incident,
  command: EmergencyCommand,
  context: DecideContext,
): readonly IncidentEvent[] {
  return command.type === 'release-in-emergency'
    ? release(incident, command, context)
    : review(incident, command, context);
}

function release(
  incident: Incident,
  command: CommandOf<'release-in-emergency'>,
  { actor, at }: DecideContext,
): readonly IncidentEvent[] {
  requireIncidentRight(incident, actor, 'statement.emergency');
  if (!actsAs(incident, actor, 'lead')) throw new DomainError('seat-needed', { role: 'lead' });
  requireReason(command.reason);
  const bar = incident.barred.find(({ person }) => person.id === actor.id);
  if (bar !== undefined) {
    throw new DomainError('approver-barred', { by: bar.by?.name ?? null, at: bar.at });
  }
  const statement = liveStatement(incident, command.statement);
  const variant = seenVariant(statement, command);
  const { agreed } = textOf(variant);
  if (agreed === null) throw new DomainError('emergency-agreed');
  if (!command.agreedNow) throw new DomainError('agreed-expired', { title: agreed.title });
  const level = levelInForce(incident);
  if (level < EMERGENCY_LEVEL) {
    throw new DomainError('emergency-level', { level, from: EMERGENCY_LEVEL });
  }
  if (variant.asked === null) throw new DomainError('approval-not-asked');
  const { phase, stages } = approvalStateOf(incident, statement, variant, at);
  if (phase !== 'waiting' || variant.emergency !== null) throw new DomainError('already-so');
  const places = stages.flatMap((stage) => stage.places);
  const unanswered = unansweredOf(places, actor.id);
  const people = new Set(unanswered.map(({ person }) => person.id));
  if (people.size < UNANSWERED) {
    const ends = places.flatMap(({ turn, endsAt }) =>
      turn === 'holder' || turn === 'deputy' ? [endsAt ?? ''] : [],
    );
    throw new DomainError('emergency-unanswered', {
      silent: people.size,
      needed: UNANSWERED,
      until: ends[0] ?? null,
    });
  }
  return [
    {
      type: 'emergency-released',
      statement: statement.id,
      ...boundOf(command),
      agreed,
      reason: command.reason,
      unanswered,
      proof: command.proof,
    },
  ];
}

/** Holders and deputies whose whole box is over and who have not answered; the releaser does not count. */
function unansweredOf(
  places: readonly ApprovalPlace[],
  releaser: number,
): { readonly role: CrisisRole; readonly person: PersonRef }[] {
  return places
    .filter(({ turn }) => turn === 'next-rung')
    .flatMap(({ role, holder, deputy }) =>
      [holder, deputy].flatMap((person) =>
        person === null || person.id === releaser ? [] : [{ role, person }],
      ),
    );
}

function review(
  incident: Incident,
  { release: id, verdict, note }: CommandOf<'review-emergency'>,
  { actor }: DecideContext,
): readonly IncidentEvent[] {
  const found = incident.emergencies.find(({ seq }) => seq === id);
  if (found === undefined) throw new DomainError('not-found', { what: 'emergency', id });
  if (found.review !== null) {
    const { by, at } = found.review;
    throw new DomainError('already-decided', { by: by?.name ?? null, at });
  }
  requireIncidentRight(incident, actor, 'statement.review');
  if (found.by?.id === actor.id) throw new DomainError('second-person-needed');
  if (verdict === 'objected') requireReason(note);
  const { statement, channel, language } = found;
  const of = { statement, variant: { channel, language } };
  return [
    { type: 'emergency-reviewed', release: id, verdict, note },
    ...(verdict === 'objected' ? withdrawPrepared(incident, of, 'wording-refused') : []),
  ];
}
