import { DomainError } from '../errors.js';
import { approvalStateOf } from '../statement/approval-state.js';
import { countingApprovals } from '../statement/counting-approvals.js';
import { mayApprove, type OfferedPlace } from '../statement/may-approve.js';
import type { Statement, Variant } from '../statement/statement.js';
import type { BoundVariant } from '../statement/statement-refs.js';
import type { CrisisRole } from '../crisis-role.js';
import { may } from '../rights.js';
import { requireIncidentRight } from './actor.js';
import { boundOf } from './bound-of.js';
import { decideBars } from './decide-bars.js';
import { requireReason, type DecideContext } from './decide-context.js';
import { isSameVariant } from './evolve-statements.js';
import { liveStatement, seenVariant } from './find-wording.js';
import type { Incident } from './incident.js';
import type { CommandOf } from './incident-command.js';
import type { EventOf, IncidentEvent } from './incident-event.js';
import { withSteps } from './steps-of-words.js';
import { withdrawPrepared } from './withdraw-prepared.js';

export type ApprovalsCommand = CommandOf<
  | 'ask-approval'
  | 'approve-wording'
  | 'return-wording'
  | 'reject-wording'
  | 'recall-wording'
  | 'bar-from-approving'
  | 'lift-bar'
>;

/** Asking for a yes, saying it, refusing it, taking it back. */
export function decideApprovals(
  incident: Incident,
  command: ApprovalsCommand,
  context: DecideContext,
): readonly IncidentEvent[] {
  switch (command.type) {
    case 'ask-approval':
      return withSteps(incident, ask(incident, command, context), context);
    case 'approve-wording':
      return withSteps(incident, approve(incident, command, context), context);
    case 'return-wording':
    case 'reject-wording': {
      const { channel, language, hash } = command;
      const words = command.type === 'return-wording' ? command.comment : command.reason;
      requireReason(words);
      const statement = liveStatement(incident, command.statement);
      const variant = seenVariant(statement, command);
      const { role } = placeFor(incident, statement, variant, command.role, context);
      const bound = { statement: statement.id, channel, language, hash, role };
      return command.type === 'return-wording'
        ? [{ type: 'approval-returned', ...bound, comment: words }]
        : [{ type: 'approval-rejected', ...bound, reason: words }];
    }
    case 'recall-wording':
      return recall(incident, command, context);
    case 'bar-from-approving':
    case 'lift-bar':
      return decideBars(incident, command, context);
  }
}

function ask(
  incident: Incident,
  { statement: id, variants, note }: CommandOf<'ask-approval'>,
  { actor }: DecideContext,
): readonly IncidentEvent[] {
  requireIncidentRight(incident, actor, 'statement.write');
  const statement = liveStatement(incident, id);
  requireSome(variants);
  for (const bound of variants) {
    const { asked, refused } = seenVariant(statement, bound);
    if (asked !== null) {
      throw new DomainError('already-decided', { by: asked.by?.name ?? null, at: asked.at });
    }
    // A rejected text does not come back as it is; a returned one may, after its asker has said why.
    if (refused?.kind === 'rejected') {
      const { by, at, kind } = refused;
      throw new DomainError('wording-refused', { by: by?.name ?? null, at, kind });
    }
  }
  return [{ type: 'approval-asked', statement: id, variants: variants.map(boundOf), note }];
}

function approve(
  incident: Incident,
  { statement: id, variants, role, proof, note }: CommandOf<'approve-wording'>,
  context: DecideContext,
): readonly IncidentEvent[] {
  const statement = liveStatement(incident, id);
  requireSome(variants);
  return variants.map((bound): EventOf<'approval-given'> => {
    const variant = seenVariant(statement, bound);
    const { standing } = placeFor(incident, statement, variant, role, context);
    const given = { statement: id, ...boundOf(bound), role, standing, proof, note };
    return { type: 'approval-given', ...given };
  });
}

/** The place this person fills with this role, or the refusal that says who may and when. */
function placeFor(
  incident: Incident,
  statement: Statement,
  variant: Variant,
  role: CrisisRole,
  { actor, at }: DecideContext,
): OfferedPlace {
  const { places, refusal } = mayApprove(incident, statement, variant, actor, at);
  if (refusal !== null) throw refusal;
  const place = places.find((one) => one.role === role);
  if (place === undefined) throw new DomainError('approval-role-needed', { roles: role });
  return place;
}

/** Whoever said yes may take it back; so may whoever answers for the words of the house. */
function recall(
  incident: Incident,
  command: CommandOf<'recall-wording'>,
  { actor, at }: DecideContext,
): readonly IncidentEvent[] {
  requireReason(command.reason);
  const statement = liveStatement(incident, command.statement);
  const variant = seenVariant(statement, command);
  const yes = countingApprovals(incident, statement, variant);
  const own = yes.some(({ by }) => by?.id === actor.id);
  if (!own && !may(actor.grants, 'statement.recall', incident.brandId)) {
    requireIncidentRight(incident, actor, 'statement.recall');
  }
  const { phase } = approvalStateOf(incident, statement, variant, at);
  if (phase === 'refused' || (phase === 'draft' && variant.emergency === null)) {
    throw new DomainError('already-so');
  }
  const { channel, language } = command;
  const of = { statement: statement.id, variant: { channel, language } };
  return [
    {
      type: 'approval-recalled',
      statement: statement.id,
      ...boundOf(command),
      reason: command.reason,
    },
    ...withdrawPrepared(incident, of, 'wording-refused'),
  ];
}

/** One or more, none of them twice. */
function requireSome(variants: readonly BoundVariant[]): void {
  const twice = variants.some((one, index) =>
    variants.slice(index + 1).some((other) => isSameVariant(one, other)),
  );
  if (variants.length === 0 || twice) throw new DomainError('invalid-input', { field: 'variants' });
}
