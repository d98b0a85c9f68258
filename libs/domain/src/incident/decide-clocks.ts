import { DomainError } from '../errors.js';
import { may } from '../rights.js';
import { actsAs, requireIncidentRight } from './actor.js';
import { requireReason, requireSeen, type DecideContext } from './decide-context.js';
import type { Incident, LegalClock, UpdatePromise } from './incident.js';
import type { CommandOf } from './incident-command.js';
import type { IncidentEvent } from './incident-event.js';

type LegalCommand = CommandOf<'start-clock' | 'waive-clock' | 'reassess-clock' | 'fulfil-clock'>;
export type ClocksCommand =
  | LegalCommand
  | CommandOf<
      'list-clock' | 'promise-update' | 'keep-update' | 'move-update' | 'give-first-response'
    >;

/** Legal clocks, promised updates, the first response. */
export function decideClocks(
  incident: Incident,
  command: ClocksCommand,
  context: DecideContext,
): readonly IncidentEvent[] {
  const { actor } = context;
  switch (command.type) {
    case 'list-clock':
      requireIncidentRight(incident, actor, 'incident.write');
      if (incident.legalClocks.some(({ id }) => id === command.clock)) {
        throw new DomainError('already-so');
      }
      return [{ type: 'legal-clock-listed', clock: command.clock, run: null }];
    case 'start-clock':
    case 'waive-clock':
    case 'reassess-clock':
    case 'fulfil-clock':
      return decideLegal(incident, clockOf(incident, command.clock), command, context);
    case 'promise-update': {
      requireIncidentRight(incident, actor, 'incident.steer');
      requireFuture(command.due, context);
      return [{ type: 'update-promised', due: command.due, text: command.text }];
    }
    case 'keep-update': {
      requireIncidentRight(incident, actor, 'incident.open');
      const { id } = openPromise(incident, command.promise);
      requireReason(command.proof);
      return [{ type: 'update-kept', promise: id, proof: command.proof }];
    }
    case 'move-update': {
      requireIncidentRight(incident, actor, 'incident.steer');
      requireReason(command.reason);
      requireFuture(command.due, context);
      const { id, due } = openPromise(incident, command.promise);
      if (due === command.due) throw new DomainError('already-so');
      return [{ type: 'update-moved', promise: id, due: command.due, reason: command.reason }];
    }
    case 'give-first-response': {
      requireIncidentRight(incident, actor, 'incident.open');
      requireReason(command.proof);
      const given = incident.firstResponse;
      if (given !== null) {
        throw new DomainError('already-decided', { by: given.by?.name ?? null, at: given.at });
      }
      requirePast(command.saidAt, context);
      const { saidAt, channel, proof } = command;
      return [{ type: 'first-response-given', saidAt, channel, proof }];
    }
  }
}

function decideLegal(
  incident: Incident,
  clock: LegalClock,
  command: LegalCommand,
  context: DecideContext,
): readonly IncidentEvent[] {
  const { actor } = context;
  const judges = context.judgesOf(clock.id).some((role) => actsAs(incident, actor, role));
  switch (command.type) {
    case 'start-clock': {
      requireReason(command.reason);
      const { anchors, stages, reason } = command;
      const anchor = anchors['knowledge'];
      if (anchor === undefined) throw new DomainError('input-missing', { key: 'knowledge' });
      for (const at of Object.values(anchors)) requirePast(at, context);
      if (!judges) {
        requireProposer(incident, context);
        return [{ type: 'legal-clock-start-proposed', clock: clock.id, anchor, reason }];
      }
      requireSeen(clock.said, context);
      // A running clock is not set back in passing: it has to be assessed anew first.
      if (clock.standing === 'running') throw stateOf(clock);
      return [{ type: 'legal-clock-started', clock: clock.id, anchors, stages, reason }];
    }
    case 'waive-clock': {
      requireReason(command.reason);
      if (!judges)
        throw new DomainError('seat-needed', { role: context.judgesOf(clock.id)[0] ?? '' });
      const { reason } = command;
      if (clock.standing === 'not-assessed') {
        return [{ type: 'legal-clock-waiver-proposed', clock: clock.id, reason }];
      }
      const proposer = clock.said.by;
      if (clock.standing !== 'waiver-proposed' || proposer === null) throw stateOf(clock);
      if (proposer.id === actor.id) throw new DomainError('second-person-needed');
      return [{ type: 'legal-clock-waived', clock: clock.id, reason, proposedBy: proposer }];
    }
    case 'reassess-clock':
      requireReason(command.reason);
      if (!judges)
        throw new DomainError('seat-needed', { role: context.judgesOf(clock.id)[0] ?? '' });
      if (clock.standing === 'not-assessed') throw new DomainError('already-so');
      requireSeen(clock.said, context);
      return [{ type: 'legal-clock-reassessed', clock: clock.id, reason: command.reason }];
    case 'fulfil-clock': {
      requireReason(command.proof);
      if (!judges)
        throw new DomainError('seat-needed', { role: context.judgesOf(clock.id)[0] ?? '' });
      const stage = clock.stages.find((one) => one.stage === command.stage);
      if (clock.standing !== 'running' || stage === undefined) throw stateOf(clock);
      if (stage.fulfilled !== null) {
        const { by, at } = stage.fulfilled;
        throw new DomainError('already-decided', { by: by?.name ?? null, at });
      }
      return [
        {
          type: 'legal-clock-fulfilled',
          clock: clock.id,
          stage: stage.stage,
          proof: command.proof,
          stages: command.stages,
        },
      ];
    }
  }
}

/** Community managers and leads propose an anchor; those whose duty it is set it. */
function requireProposer(incident: Incident, { actor }: DecideContext): void {
  if (may(actor.grants, 'incident.open', incident.brandId)) return;
  requireIncidentRight(incident, actor, 'incident.write');
}

function clockOf({ legalClocks }: Incident, id: string): LegalClock {
  const clock = legalClocks.find((one) => one.id === id);
  if (clock === undefined) throw new DomainError('not-found', { what: 'clock', id });
  return clock;
}

function stateOf({ id, standing }: LegalClock): DomainError {
  return new DomainError('clock-state', { clock: id, standing });
}

function openPromise({ promises }: Incident, id: number): UpdatePromise {
  const promise = promises.find((one) => one.id === id);
  if (promise === undefined) throw new DomainError('not-found', { what: 'promise', id });
  if (promise.kept !== null) {
    const { by, at } = promise.kept;
    throw new DomainError('already-decided', { by: by?.name ?? null, at });
  }
  return promise;
}

function requireFuture(due: string, { at }: DecideContext): void {
  if (Date.parse(due) <= Date.parse(at)) throw new DomainError('invalid-input', { field: 'due' });
}

function requirePast(then: string, { at }: DecideContext): void {
  if (Date.parse(then) > Date.parse(at)) throw new DomainError('date-in-future', { field: 'at' });
}
