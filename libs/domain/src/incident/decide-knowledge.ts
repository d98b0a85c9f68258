import { DomainError } from '../errors.js';
import { requireIncidentRight } from './actor.js';
import { requireReason, requireSeen, type DecideContext } from './decide-context.js';
import { refOf } from './decide-team.js';
import type { Claim, Incident, Question } from './incident.js';
import type { CommandOf } from './incident-command.js';
import type { IncidentEvent } from './incident-event.js';

export type KnowledgeCommand = CommandOf<
  | 'write-entry'
  | 'correct-entry'
  | 'record-claim'
  | 'move-claim'
  | 'ask-question'
  | 'answer-question'
  | 'attach'
  | 'erase-attachment'
>;

/** Notes, the fact ledger, questions, attachments. Nothing is edited: a correction is an entry of its own. */
export function decideKnowledge(
  incident: Incident,
  command: KnowledgeCommand,
  context: DecideContext,
): readonly IncidentEvent[] {
  const { actor } = context;
  if (command.type === 'erase-attachment') {
    return decideErasure(incident, command, context);
  }
  requireIncidentRight(incident, actor, 'incident.write');
  switch (command.type) {
    case 'write-entry': {
      const { kind, text, source, contents } = command;
      return [{ type: 'entry-written', kind, text, source, contents }];
    }
    case 'correct-entry': {
      const { entry, text, reason } = command;
      requireReason(reason);
      if (entry < 1 || entry > incident.version) {
        throw new DomainError('not-found', { what: 'entry', id: entry });
      }
      return [{ type: 'entry-corrected', entry, text, reason }];
    }
    case 'record-claim': {
      const { text, standing, source } = command;
      requireSource(standing, source);
      return [{ type: 'claim-recorded', text, standing, source }];
    }
    case 'move-claim': {
      const { standing, source, reason } = command;
      const claim = claimOf(incident, command.claim);
      requireReason(reason);
      requireSeen(claim.moved, context);
      if (claim.standing === standing) throw new DomainError('already-so');
      requireSource(standing, source ?? claim.source);
      return [{ type: 'claim-moved', claim: claim.id, standing, source, reason }];
    }
    case 'ask-question':
      return [{ type: 'question-asked', to: refOf(command.to), text: command.text }];
    case 'answer-question': {
      const { id } = openQuestion(incident, command.question);
      return [{ type: 'question-answered', question: id, text: command.text }];
    }
    case 'attach': {
      const { attachment, note } = command;
      return [{ type: 'attachment-added', attachment, note }];
    }
  }
}

/** Taking content away is a decision of whoever steers; the journal keeps who, when and why. */
function decideErasure(
  incident: Incident,
  { attachment: id, reason }: CommandOf<'erase-attachment'>,
  { actor }: DecideContext,
): readonly IncidentEvent[] {
  requireIncidentRight(incident, actor, 'incident.steer');
  requireReason(reason);
  const found = incident.attachments.find((one) => one.id === id);
  if (found === undefined) throw new DomainError('not-found', { what: 'attachment', id });
  if (found.erased !== null) {
    const { by, at } = found.erased;
    throw new DomainError('already-decided', { by: by?.name ?? null, at });
  }
  return [{ type: 'attachment-erased', attachment: id, reason }];
}

/** What is called certain, or refuted, says by what. */
function requireSource(standing: string, source: string | null): void {
  const needed = standing === 'fact' || standing === 'refuted';
  if (needed && (source === null || source.trim() === '')) {
    throw new DomainError('input-missing', { key: 'source' });
  }
}

function claimOf({ claims }: Incident, id: number): Claim {
  const claim = claims.find((one) => one.id === id);
  if (claim === undefined) throw new DomainError('not-found', { what: 'claim', id });
  return claim;
}

function openQuestion({ questions }: Incident, id: number): Question {
  const question = questions.find((one) => one.id === id);
  if (question === undefined) throw new DomainError('not-found', { what: 'question', id });
  if (question.answer !== null) {
    const { by, at } = question.answer;
    throw new DomainError('already-decided', { by: by?.name ?? null, at });
  }
  return question;
}
