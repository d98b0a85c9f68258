import { DomainError } from '../errors.js';
import { may } from '../rights.js';
import { requireIncidentRight } from './actor.js';
import { requireReason, requireSeen, type DecideContext } from './decide-context.js';
import { evolveAll } from './evolve-all.js';
import type { Incident } from './incident.js';
import type { CommandOf } from './incident-command.js';
import type { IncidentEvent } from './incident-event.js';
import { proposeSteps } from './propose-steps.js';

export type AxesCommand = CommandOf<
  | 'rename'
  | 'decline-alert'
  | 'link'
  | 'unlink'
  | 'override-level'
  | 'lift-override'
  | 'set-impact'
  | 'set-cluster'
>;

/** Its name, its alerts and relatives, wind and impact. */
export function decideAxes(
  incident: Incident,
  command: AxesCommand,
  context: DecideContext,
): readonly IncidentEvent[] {
  const { actor } = context;
  switch (command.type) {
    case 'rename':
      requireIncidentRight(incident, actor, 'incident.steer');
      if (command.title === incident.title) throw new DomainError('already-so');
      return [{ type: 'renamed', title: command.title }];
    case 'decline-alert': {
      requireIncidentRight(incident, actor, 'incident.open');
      requireReason(command.reason);
      const { alertId, reason } = command;
      const found = incident.alerts.find(({ alert }) => alert.id === alertId);
      if (found === undefined) throw new DomainError('not-found', { what: 'alert', id: alertId });
      if (found.standing !== 'proposed') throw new DomainError('already-so');
      return [{ type: 'alert-declined', alertId, reason }];
    }
    case 'link':
      requireIncidentRight(incident, actor, 'incident.write');
      if (isLinked(incident, command.other.id)) throw new DomainError('already-so');
      return [{ type: 'linked', other: command.other }];
    case 'unlink':
      requireIncidentRight(incident, actor, 'incident.write');
      requireReason(command.reason);
      if (!isLinked(incident, command.other.id)) throw new DomainError('already-so');
      return [{ type: 'unlinked', other: command.other, reason: command.reason }];
    case 'override-level':
      requireIncidentRight(incident, actor, 'incident.axes');
      requireReason(command.reason);
      requireSeen(incident.level.override, context);
      if (incident.level.override?.level === command.level) throw new DomainError('already-so');
      return withSteps(incident, context, {
        type: 'level-overridden',
        level: command.level,
        reason: command.reason,
      });
    case 'lift-override':
      requireIncidentRight(incident, actor, 'incident.axes');
      requireReason(command.reason);
      requireSeen(incident.level.override, context);
      if (incident.level.override === null) throw new DomainError('already-so');
      return withSteps(incident, context, { type: 'override-lifted', reason: command.reason });
    case 'set-impact':
      return decideImpact(incident, command, context);
    case 'set-cluster': {
      requireIncidentRight(incident, actor, 'incident.axes');
      requireReason(command.reason);
      requireSeen(incident.cluster, context);
      const { cluster, strategies, reason } = command;
      return [{ type: 'cluster-set', cluster, strategies, reason }];
    }
  }
}

/** Whoever may not set the impact proposes it. */
function decideImpact(
  incident: Incident,
  { impact, reason }: CommandOf<'set-impact'>,
  context: DecideContext,
): readonly IncidentEvent[] {
  const { actor } = context;
  requireReason(reason);
  if (incident.impact?.impact === impact) throw new DomainError('already-so');
  if (!may(actor.grants, 'incident.axes', incident.brandId)) {
    requireIncidentRight(incident, actor, 'incident.write');
    if (incident.proposedImpact?.impact === impact) throw new DomainError('already-so');
    return [{ type: 'impact-proposed', impact, reason }];
  }
  requireSeen(incident.impact, context);
  return withSteps(incident, context, { type: 'impact-set', impact, reason });
}

/** A rise of either axis proposes the steps it calls for. */
function withSteps(
  incident: Incident,
  context: DecideContext,
  event: IncidentEvent,
): readonly IncidentEvent[] {
  const after = evolveAll(incident, [event], context.at);
  const because = event.type === 'impact-set' ? 'impact' : 'level';
  return [event, ...proposeSteps(incident, after, context.playbooks, because)];
}

function isLinked({ links }: Incident, id: number): boolean {
  return links.some((link) => link.id === id);
}
