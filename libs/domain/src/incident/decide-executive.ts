import { DomainError } from '../errors.js';
import { requireIncidentRight } from './actor.js';
import { requireReason, requireSeen, type DecideContext } from './decide-context.js';
import { refOf } from './decide-team.js';
import type { ExecutiveRequest, Incident } from './incident.js';
import type { CommandOf } from './incident-command.js';
import type { IncidentEvent } from './incident-event.js';

export type ExecutiveCommand = CommandOf<
  'ask-executive' | 'decide-request' | 'pass-request-on' | 'withdraw-request' | 'update-status'
>;

/** The one decision asked of a person, and the status the executives read. */
export function decideExecutive(
  incident: Incident,
  command: ExecutiveCommand,
  context: DecideContext,
): readonly IncidentEvent[] {
  const { actor } = context;
  switch (command.type) {
    case 'ask-executive': {
      requireIncidentRight(incident, actor, 'incident.steer');
      const { question, options, recommended, due, to, deputy } = command;
      const ids = options.map(({ id }) => id);
      if (ids.length < 2 || new Set(ids).size !== ids.length) {
        throw new DomainError('invalid-input', { field: 'options' });
      }
      if (recommended !== null && !ids.includes(recommended)) {
        throw new DomainError('option-unknown', { option: recommended });
      }
      if (deputy?.id === to.id) throw new DomainError('invalid-input', { field: 'deputy' });
      if (Date.parse(due) <= Date.parse(context.at)) {
        throw new DomainError('invalid-input', { field: 'due' });
      }
      const asked = { question, options, recommended, due };
      return [
        {
          type: 'executive-asked',
          to: refOf(to),
          deputy: deputy === null ? null : refOf(deputy),
          ...asked,
        },
      ];
    }
    case 'decide-request': {
      const request = openRequest(incident, command.request);
      const { option, reason } = command;
      // Only who was asked decides, or the deputy; no right of the house stands in for it.
      if (actor.id !== request.to.id && actor.id !== request.deputy?.id) {
        throw new DomainError('asked-of-another', { name: request.to.name });
      }
      if (!request.options.some(({ id }) => id === option)) {
        throw new DomainError('option-unknown', { option });
      }
      if (option !== request.recommended && request.recommended !== null) requireReason(reason);
      return [{ type: 'executive-decided', request: request.id, option, reason }];
    }
    case 'pass-request-on': {
      const { id, to, deputy } = openRequest(incident, command.request);
      if (actor.id !== to.id) throw new DomainError('asked-of-another', { name: to.name });
      if (deputy === null) throw new DomainError('seat-needed', { role: 'board' });
      return [{ type: 'executive-passed-on', request: id, to: deputy }];
    }
    case 'withdraw-request': {
      requireIncidentRight(incident, actor, 'incident.steer');
      requireReason(command.reason);
      const { id } = openRequest(incident, command.request);
      return [{ type: 'executive-withdrawn', request: id, reason: command.reason }];
    }
    case 'update-status': {
      requireIncidentRight(incident, actor, 'incident.steer');
      requireSeen(incident.status, context);
      const { summary, doing, nextDue } = command;
      return [{ type: 'status-updated', summary, doing, nextDue }];
    }
  }
}

function openRequest({ requests }: Incident, id: number): ExecutiveRequest {
  const request = requests.find((one) => one.id === id);
  if (request === undefined) throw new DomainError('not-found', { what: 'request', id });
  const over = request.decision ?? request.withdrawn;
  if (over !== null) {
    throw new DomainError('already-decided', { by: over.by?.name ?? null, at: over.at });
  }
  return request;
}
