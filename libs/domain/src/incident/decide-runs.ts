import { DomainError } from '../errors.js';
import type { Playbook } from '../playbook/playbook.js';
import type { PlaybookStep } from '../playbook/playbook-step.js';
import { repeatMinutes } from '../playbook/repeat-minutes.js';
import { may } from '../rights.js';
import { actsAs, requireIncidentRight } from './actor.js';
import { requireReason, requireSeen, type DecideContext } from './decide-context.js';
import { refOf } from './decide-team.js';
import { levelInForce, type Incident, type PlaybookRun } from './incident.js';
import type { CommandOf } from './incident-command.js';
import type { IncidentEvent } from './incident-event.js';
import { planOfRun, type RunStep } from './plan-of-run.js';
import { startPlaybook } from './start-playbook.js';
import { readInputs } from './step-inputs.js';

type StepCommand = CommandOf<
  'assign-step' | 'start-step' | 'finish-step' | 'skip-step' | 'reopen-step' | 'decide-step'
>;
export type RunsCommand =
  | StepCommand
  | CommandOf<'start-playbook' | 'stop-playbook' | 'enter-phase' | 'add-steps' | 'decline-steps'>;

/** Playbooks and their steps. */
export function decideRuns(
  incident: Incident,
  command: RunsCommand,
  context: DecideContext,
): readonly IncidentEvent[] {
  const { actor, playbooks } = context;
  if (command.type === 'start-playbook') {
    requireIncidentRight(incident, actor, 'playbook.start');
    const { playbook: ref, reasons } = command;
    return startPlaybook(incident, ref, playbookOf(playbooks, ref.hash), 'by-hand', reasons);
  }
  const run = runOf(incident, command.run);
  const playbook = playbookOf(playbooks, run.playbook.hash);
  switch (command.type) {
    case 'stop-playbook':
      requireIncidentRight(incident, actor, 'incident.steer');
      requireReason(command.reason);
      return [{ type: 'playbook-stopped', run: run.id, reason: command.reason }];
    case 'enter-phase':
      requireIncidentRight(incident, actor, 'incident.steps');
      if (!playbook.phases.some(({ id }) => id === command.phase)) {
        throw new DomainError('option-unknown', { option: command.phase });
      }
      if (run.phase === command.phase) throw new DomainError('already-so');
      return [{ type: 'phase-entered', run: run.id, phase: command.phase }];
    case 'add-steps':
    case 'decline-steps':
      return decideProposal(incident, run, command, context);
    case 'assign-step':
    case 'start-step':
    case 'finish-step':
    case 'skip-step':
    case 'reopen-step':
    case 'decide-step':
      return decideStep(incident, run, playbook, command, context);
  }
}

function decideProposal(
  incident: Incident,
  run: PlaybookRun,
  command: CommandOf<'add-steps' | 'decline-steps'>,
  { actor }: DecideContext,
): readonly IncidentEvent[] {
  requireIncidentRight(incident, actor, 'playbook.start');
  const { steps } = command;
  const offered = command.type === 'add-steps' ? [...run.proposed, ...run.declined] : run.proposed;
  if (steps.length === 0 || steps.some((step) => !offered.includes(step))) {
    throw new DomainError('already-so');
  }
  if (command.type === 'add-steps') return [{ type: 'steps-added', run: run.id, steps }];
  requireReason(command.reason);
  return [{ type: 'steps-declined', run: run.id, steps, reason: command.reason }];
}

function decideStep(
  incident: Incident,
  run: PlaybookRun,
  playbook: Playbook,
  command: StepCommand,
  context: DecideContext,
): readonly IncidentEvent[] {
  const found = planOfRun(incident, run, playbook).find(({ step }) => step.id === command.step);
  if (found === undefined || found.standing !== 'in-force') {
    throw new DomainError('step-not-planned', { step: command.step });
  }
  const { step } = found;
  requireStepRight(incident, run, step, command, context);
  const of = { run: run.id, step: step.id };
  if (command.type === 'reopen-step') {
    requireReason(command.reason);
    if (found.state !== 'done' && found.state !== 'skipped') throw new DomainError('already-so');
    requireSeen(run.steps[step.id], context);
    return [{ type: 'step-reopened', ...of, reason: command.reason }];
  }
  requireUnsettled(incident, run, found);
  switch (command.type) {
    case 'assign-step':
      requireSeen(run.steps[step.id], context);
      return [
        {
          type: 'step-assigned',
          ...of,
          person: command.person === null ? null : refOf(command.person),
        },
      ];
    case 'start-step':
      requireOpen(found);
      if (run.steps[step.id]?.standing === 'started') throw startedAlready(run, step.id);
      return [{ type: 'step-started', ...of }];
    case 'finish-step': {
      requireOpen(found);
      const { inputs, note } = command;
      requireFinishable(incident, step);
      return [{ type: 'step-done', ...of, inputs: readInputs(step, inputs), note }];
    }
    case 'skip-step':
      requireReason(command.reason);
      return [{ type: 'step-skipped', ...of, reason: command.reason }];
    case 'decide-step': {
      requireOpen(found);
      const { option, reason } = command;
      requireReason(reason);
      if (step.kind !== 'decision' || !step.options.some(({ id }) => id === option)) {
        throw new DomainError('option-unknown', { option });
      }
      return [{ type: 'step-decided', ...of, option, reason }];
    }
  }
}

/** Lead and PR do any step; others their own: given to them, or of a seat they fill. */
function requireStepRight(
  incident: Incident,
  run: PlaybookRun,
  step: PlaybookStep,
  command: StepCommand,
  { actor }: DecideContext,
): void {
  if (may(actor.grants, 'incident.steps', incident.brandId)) return;
  requireIncidentRight(incident, actor, 'incident.write');
  const given = run.steps[step.id]?.person ?? null;
  const own =
    given?.id === actor.id ||
    [step.role, ...step.with].some((role) => actsAs(incident, actor, role));
  // One's own step may be taken back or passed on, not somebody else's.
  if (!own) throw new DomainError('seat-needed', { role: step.role });
  if (command.type === 'assign-step' && command.person !== null && command.person.id !== actor.id) {
    throw new DomainError('not-allowed', { right: 'incident.steps' });
  }
}

/** A step that comes back may be done again; every other one only once. */
function requireUnsettled(incident: Incident, run: PlaybookRun, { step, state }: RunStep): void {
  if (state === 'closed') throw new DomainError('step-closed', { step: step.id });
  if (state !== 'done' && state !== 'skipped') return;
  if (state === 'done' && repeatMinutes(step, levelInForce(incident)) !== null) return;
  const record = run.steps[step.id];
  throw new DomainError('step-settled', {
    standing: state,
    by: record?.by?.name ?? null,
    at: record?.at ?? null,
  });
}

function requireOpen({ step, state, waitsFor }: RunStep): void {
  if (state !== 'blocked') return;
  throw new DomainError('step-blocked', { step: step.id, waitsFor: waitsFor.join(', ') });
}

function startedAlready(run: PlaybookRun, step: string): DomainError {
  const record = run.steps[step];
  return new DomainError('step-settled', {
    standing: 'started',
    by: record?.by?.name ?? null,
    at: record?.at ?? null,
  });
}

/** A clock's step is done when the clock has been assessed; a decision is decided, not ticked. */
function requireFinishable({ legalClocks }: Incident, step: PlaybookStep): void {
  if (step.kind === 'decision') throw new DomainError('option-unknown', { option: '' });
  if (step.kind !== 'clock') return;
  const clock = legalClocks.find(({ id }) => id === step.clock);
  if (clock === undefined || clock.standing === 'not-assessed') {
    throw new DomainError('clock-state', { clock: step.clock, standing: 'not-assessed' });
  }
}

function runOf({ runs }: Incident, id: number): PlaybookRun {
  const run = runs.find((one) => one.id === id);
  if (run === undefined) throw new DomainError('not-found', { what: 'playbook', id });
  if (run.stopped !== null) {
    throw new DomainError('already-decided', {
      by: run.stopped.by?.name ?? null,
      at: run.stopped.at,
    });
  }
  return run;
}

function playbookOf(playbooks: ReadonlyMap<string, Playbook>, hash: string): Playbook {
  const playbook = playbooks.get(hash);
  if (playbook === undefined) throw new DomainError('not-found', { what: 'playbook', id: hash });
  return playbook;
}
