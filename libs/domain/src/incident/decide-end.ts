import { DomainError } from '../errors.js';
import { requireIncidentRight } from './actor.js';
import { requireReason, requireSeen, type DecideContext } from './decide-context.js';
import { exitCriteria } from './exit-criteria.js';
import type { Incident } from './incident.js';
import type { CommandOf } from './incident-command.js';
import type { IncidentEvent } from './incident-event.js';

export type EndCommand = CommandOf<'give-all-clear' | 'reopen'>;

/** The all-clear, only when the exit criteria hold or with a reason; and the way back. */
export function decideEnd(
  incident: Incident,
  command: EndCommand,
  context: DecideContext,
): readonly IncidentEvent[] {
  const { actor } = context;
  if (command.type === 'reopen') {
    requireIncidentRight(incident, actor, 'incident.open');
    if (incident.state !== 'all-clear') throw new DomainError('already-so');
    requireReason(command.reason);
    return [{ type: 'reopened', reason: command.reason }];
  }
  requireIncidentRight(incident, actor, 'incident.end');
  const { note, confirmed, reason } = command;
  // Whoever ends it must have seen the last move of the wind.
  requireSeen(incident.level.override, context);
  const unmet = exitCriteria(incident, context.playbooks, context.at)
    .filter(({ key, state }) => state === 'unmet' || (state === 'ask' && !confirmed.includes(key)))
    .map(({ key }) => key);
  const why = reason === null || reason.trim() === '' ? null : reason;
  if (unmet.length > 0 && why === null) {
    throw new DomainError('exit-unmet', { open: unmet.length, criteria: unmet.join(', ') });
  }
  return [{ type: 'all-clear-given', note, unmet, reason: unmet.length > 0 ? why : null }];
}
