import { DomainError } from '../errors.js';
import { may } from '../rights.js';
import { textOf } from '../statement/counting-approvals.js';
import type { Statement } from '../statement/statement.js';
import type { WrittenVariant } from '../statement/statement-command.js';
import { requireIncidentRight } from './actor.js';
import { requireReason, requireSeen, type DecideContext } from './decide-context.js';
import { isSameVariant } from './evolve-statements.js';
import { isUnderWay, liveStatement, liveVariant, underWay } from './find-wording.js';
import type { Incident } from './incident.js';
import type { CommandOf } from './incident-command.js';
import type { EventOf, IncidentEvent } from './incident-event.js';
import { withdrawPrepared } from './withdraw-prepared.js';

export type StatementsCommand = CommandOf<
  | 'draft-statement'
  | 'revise-statement'
  | 'write-variant'
  | 'drop-variant'
  | 'comment-wording'
  | 'settle-comment'
  | 'drop-statement'
>;

/** Words: who writes them, what is remarked on them, what is dropped. */
export function decideStatements(
  incident: Incident,
  command: StatementsCommand,
  context: DecideContext,
): readonly IncidentEvent[] {
  const { actor } = context;
  if (command.type === 'comment-wording' || command.type === 'settle-comment') {
    return decideComments(incident, command, context);
  }
  requireIncidentRight(incident, actor, 'statement.write');
  switch (command.type) {
    case 'draft-statement':
      return draft(incident, command);
    case 'revise-statement': {
      const { revised, ...known } = liveStatement(incident, command.statement);
      requireSeen(revised, context);
      requireClaims(incident, command.claims);
      const { statement, title, core, claims } = command;
      requireText(title, 'title');
      const same =
        title === known.title && core === known.core && claims.join() === known.claims.join();
      if (same) throw new DomainError('already-so');
      return [{ type: 'statement-revised', statement, title, core, claims }];
    }
    case 'write-variant':
      return write(incident, liveStatement(incident, command.statement), command);
    case 'drop-variant': {
      requireReason(command.reason);
      const statement = liveStatement(incident, command.statement);
      const { channel, language } = liveVariant(statement, command);
      const of = { statement: statement.id, variant: { channel, language } };
      requireNothingUnderWay(incident, statement.id, of.variant);
      return [
        {
          type: 'variant-dropped',
          statement: statement.id,
          channel,
          language,
          reason: command.reason,
        },
        ...withdrawPrepared(incident, of, 'wording-dropped'),
      ];
    }
    case 'drop-statement': {
      requireReason(command.reason);
      const { id } = liveStatement(incident, command.statement);
      requireNothingUnderWay(incident, id, null);
      return [
        { type: 'statement-dropped', statement: id, reason: command.reason },
        ...withdrawPrepared(incident, { statement: id, variant: null }, 'wording-dropped'),
      ];
    }
  }
}

function draft(
  incident: Incident,
  command: CommandOf<'draft-statement'>,
): readonly IncidentEvent[] {
  const { type: _type, variants, ...words } = command;
  requireText(words.title, 'title');
  requireClaims(incident, words.claims);
  const { step, corrects, promise } = words;
  if (step !== null && !incident.runs.some(({ id }) => id === step.run)) {
    throw new DomainError('not-found', { what: 'playbook', id: step.run });
  }
  if (corrects !== null) requireSaid(incident, corrects);
  if (promise !== null && !incident.promises.some(({ id }) => id === promise)) {
    throw new DomainError('not-found', { what: 'promise', id: promise });
  }
  const twice = variants.some((one, index) =>
    variants.slice(index + 1).some((other) => isSameVariant(one, other)),
  );
  if (twice) throw new DomainError('invalid-input', { field: 'variants' });
  // The id of what is born is the number of its entry.
  const statement = incident.version + 1;
  return [
    { type: 'statement-drafted', ...words },
    ...variants.map((variant) => written(incident, statement, variant, 1)),
  ];
}

/** A version on an outdated base is refused, and merged by its writer: nothing is overwritten unseen. */
function write(
  incident: Incident,
  statement: Statement,
  command: CommandOf<'write-variant'>,
): readonly IncidentEvent[] {
  const known = statement.variants.find((one) => isSameVariant(one, command));
  const last = known === undefined ? null : textOf(known);
  if (command.base !== (last?.version ?? 0)) {
    if (last === null) throw new DomainError('invalid-input', { field: 'base' });
    const { by, at } = last.written;
    throw new DomainError('changed-meanwhile', { by: by?.name ?? null, at });
  }
  if (last?.hash === command.hash && known?.dropped === null) throw new DomainError('already-so');
  const { channel, language } = command;
  const of = { statement: statement.id, variant: { channel, language } };
  return [
    written(incident, statement.id, command, (last?.version ?? 0) + 1),
    ...withdrawPrepared(incident, of, 'wording-changed'),
  ];
}

function written(
  { attachments: known }: Incident,
  statement: number,
  { channel, language, text, attachments, agreed, hash }: WrittenVariant,
  version: number,
): EventOf<'variant-written'> {
  requireText(text, 'text');
  for (const { id } of attachments) {
    if (!known.some((one) => one.id === id && one.erased === null)) {
      throw new DomainError('not-found', { what: 'attachment', id });
    }
  }
  const bound = { channel, language, hash };
  return { type: 'variant-written', statement, version, text, attachments, agreed, ...bound };
}

function decideComments(
  incident: Incident,
  command: CommandOf<'comment-wording' | 'settle-comment'>,
  { actor }: DecideContext,
): readonly IncidentEvent[] {
  requireIncidentRight(incident, actor, 'incident.write');
  if (command.type === 'comment-wording') {
    const { variant, version, text } = command;
    const statement = liveStatement(incident, command.statement);
    if (variant !== null) liveVariant(statement, variant);
    requireText(text, 'text');
    return [{ type: 'wording-commented', statement: statement.id, variant, version, text }];
  }
  const comment = incident.statements
    .flatMap(({ comments }) => comments)
    .find(({ seq }) => seq === command.comment);
  if (comment === undefined) {
    throw new DomainError('not-found', { what: 'comment', id: command.comment });
  }
  if (comment.settled !== null) {
    const { by, at } = comment.settled;
    throw new DomainError('already-decided', { by: by?.name ?? null, at });
  }
  const own = comment.by?.id === actor.id;
  if (!own && !may(actor.grants, 'statement.write', incident.brandId)) {
    requireIncidentRight(incident, actor, 'statement.write');
  }
  return [{ type: 'comment-settled', comment: command.comment }];
}

function requireText(text: string, field: string): void {
  if (text.trim() === '') throw new DomainError('invalid-input', { field });
}

function requireClaims({ claims }: Incident, ids: readonly number[]): void {
  const missing = ids.find((id) => !claims.some((claim) => claim.id === id));
  if (missing !== undefined) throw new DomainError('not-found', { what: 'claim', id: missing });
}

/** Only what was said, or may have been, is corrected. */
export function requireSaid({ publications }: Incident, id: number): void {
  const said = publications.find((one) => one.id === id);
  if (said === undefined || (said.state !== 'confirmed' && said.state !== 'unknown')) {
    throw new DomainError('not-found', { what: 'publication', id });
  }
}

function requireNothingUnderWay(
  { publications }: Incident,
  statement: number,
  key: Parameters<typeof isSameVariant>[1] | null,
): void {
  const found = publications.find(
    (one) =>
      one.statement === statement && isUnderWay(one) && (key === null || isSameVariant(one, key)),
  );
  if (found !== undefined) throw underWay(found);
}
