import { ATTENTIONS, attentionOf, type Attention } from '../clocks/attention-of.js';
import type { IncidentClock } from '../clocks/incident-clock.js';
import type { LegalClockId } from '../clocks/legal-clock-id.js';
import { stateOf, type ClockStateKind } from '../clocks/state-of.js';
import type { CrisisRole } from '../crisis-role.js';
import type { Playbook } from '../playbook/playbook.js';
import type { PlaybookStep } from '../playbook/playbook-step.js';
import { actsAs, type Actor } from './actor.js';
import { clocksOf } from './clocks-of.js';
import type { ExecutiveRequest, HandOver, Incident, PlaybookRun, Question } from './incident.js';
import { planOfRun, type RunStep } from './plan-of-run.js';
import { wordingTasks, type WordingTask } from './wording-tasks.js';
import { requestsTo } from './requests-to.js';

interface TaskTime {
  /** Unique within the incident. */
  readonly key: string;
  readonly attention: Attention;
  /** Null: no fixed time. */
  readonly dueMs: number | null;
  /** Since when it waits. */
  readonly sinceMs: number;
}

/** Something in an incident that waits for one person. */
export type Task = TaskTime &
  (
    | {
        readonly kind: 'step';
        readonly run: number;
        readonly step: PlaybookStep;
        readonly started: boolean;
        /** Nothing to fill in, choose or write: it can be ticked where it stands. */
        readonly simple: boolean;
      }
    | { readonly kind: 'question'; readonly question: Question }
    | { readonly kind: 'hand-over'; readonly handOver: HandOver }
    | { readonly kind: 'decision'; readonly request: ExecutiveRequest; readonly asDeputy: boolean }
    | {
        readonly kind: 'legal';
        readonly clock: LegalClockId;
        readonly stage: string | null;
        readonly state: ClockStateKind;
        /** Somebody has said that it does not apply; a second person is needed. */
        readonly confirm: boolean;
      }
    | WordingTask
  );

export interface TaskContext {
  readonly nowMs: number;
  /** The playbooks of the runs, by their hash. */
  readonly playbooks: ReadonlyMap<string, Playbook>;
  /** Who may judge a legal clock. */
  readonly judgesOf: (clock: LegalClockId) => readonly CrisisRole[];
}

/** What waits for this person in an incident, the most urgent first. */
export function tasksOf(incident: Incident, actor: Actor, context: TaskContext): Task[] {
  const clocks = new Map(
    clocksOf(incident, context.playbooks).map((clock) => [clock.key, clock] as const),
  );
  const words =
    incident.state === 'merged' ? [] : wordTasks(incident, actor, clocks, context.nowMs);
  // After the all-clear only words go on: a closing statement, a review that is owed, an open question where it stands.
  if (incident.state !== 'open') return words.sort(moreUrgentTask);
  const tasks = [
    ...words,
    ...legalTasks(incident, actor, clocks, context),
    ...incident.runs.flatMap((run) => stepTasks(incident, run, actor, clocks, context)),
    ...requestTasks(incident, actor, clocks, context.nowMs),
    ...questionTasks(incident, actor),
    ...handOverTasks(incident, actor),
  ];
  return tasks.sort(moreUrgentTask);
}

/** The louder first, of two as loud the one that is due first; those without a time by how long they wait. */
export function moreUrgentTask(a: TaskTime, b: TaskTime): number {
  return (
    ATTENTIONS.indexOf(b.attention) - ATTENTIONS.indexOf(a.attention) ||
    (a.dueMs ?? Infinity) - (b.dueMs ?? Infinity) ||
    a.sinceMs - b.sinceMs
  );
}

type Clocks = ReadonlyMap<string, IncidentClock>;

function timeOf(key: string, clock: IncidentClock | undefined, nowMs: number): TaskTime {
  if (clock === undefined) return { key, attention: 'open', dueMs: null, sinceMs: nowMs };
  const { standing, listedMs } = clock;
  const dueMs = standing.kind === 'running' ? standing.marks.dueMs : null;
  return { key, attention: attentionOf(clock, nowMs), dueMs, sinceMs: listedMs };
}

function wordTasks(incident: Incident, actor: Actor, clocks: Clocks, nowMs: number): Task[] {
  return wordingTasks(incident, actor, new Date(nowMs).toISOString()).map((task) =>
    task.clockKey === null
      ? { ...untimed(task.key, task.since), ...task }
      : { ...timeOf(task.key, clocks.get(task.clockKey), nowMs), ...task },
  );
}

function stepTasks(
  incident: Incident,
  run: PlaybookRun,
  actor: Actor,
  clocks: Clocks,
  { playbooks, judgesOf, nowMs }: TaskContext,
): Task[] {
  const playbook = playbooks.get(run.playbook.hash);
  if (playbook === undefined || run.stopped !== null) return [];
  return planOfRun(incident, run, playbook).flatMap((planned): Task[] => {
    const { step } = planned;
    if (!isOpen(planned, run) || !isFor(incident, run, step, actor)) return [];
    // Assessing the clock comes first, and is a task of its own for whoever may.
    if (step.kind === 'clock' && !isAssessed(incident, step.clock)) {
      if (judgesOf(step.clock).some((role) => actsAs(incident, actor, role))) return [];
    }
    const key = `step:${run.id}:${step.id}`;
    const time = timeOf(key, clocks.get(key), nowMs);
    // A step that comes back is no task right after it was done.
    if (planned.state === 'done' && (!clocks.has(key) || time.attention === 'open')) return [];
    const started = run.steps[step.id]?.standing === 'started';
    const simple =
      (step.kind === 'task' || step.kind === 'check') &&
      step.inputs.every(({ required }) => !required);
    return [{ ...time, kind: 'step', run: run.id, step, started, simple }];
  });
}

/** In force, and neither behind a gate nor off the table. */
function isOpen({ standing, state, step }: RunStep, run: PlaybookRun): boolean {
  if (standing !== 'in-force') return false;
  return state === 'open' || (state === 'done' && run.steps[step.id] !== undefined);
}

/** Given to a person it is theirs alone; else of the seat of its role, or of the role's people while nobody sits there. */
function isFor(incident: Incident, run: PlaybookRun, step: PlaybookStep, actor: Actor): boolean {
  const given = run.steps[step.id]?.person ?? null;
  return given === null ? actsAs(incident, actor, step.role) : given.id === actor.id;
}

function isAssessed({ legalClocks }: Incident, id: LegalClockId): boolean {
  const clock = legalClocks.find((one) => one.id === id);
  return clock?.standing === 'running' || clock?.standing === 'not-applicable';
}

function legalTasks(
  incident: Incident,
  actor: Actor,
  clocks: Clocks,
  { judgesOf, nowMs }: TaskContext,
): Task[] {
  return incident.legalClocks.flatMap((legal): Task[] => {
    if (!judgesOf(legal.id).some((role) => actsAs(incident, actor, role))) return [];
    const confirm = legal.standing === 'waiver-proposed';
    // Whoever said that it does not apply cannot be the second to say so.
    if (confirm && legal.said.by?.id === actor.id) return [];
    const own = [...clocks.values()].filter(
      ({ key }) => key === `legal:${legal.id}` || key.startsWith(`legal:${legal.id}:`),
    );
    return own.flatMap((clock): Task[] => {
      const state = stateOf(clock, nowMs).kind;
      if (state === 'not-applicable' || state === 'fulfilled') return [];
      const stage = clock.key.split(':')[2] ?? null;
      const time = timeOf(clock.key, clock, nowMs);
      return [{ ...time, kind: 'legal', clock: legal.id, stage, state, confirm }];
    });
  });
}

function requestTasks(incident: Incident, actor: Actor, clocks: Clocks, nowMs: number): Task[] {
  return requestsTo(incident, actor.id).map((request) => {
    const key = `request:${request.id}`;
    const asDeputy = request.to.id !== actor.id;
    return { ...timeOf(key, clocks.get(key), nowMs), kind: 'decision', request, asDeputy };
  });
}

function questionTasks({ questions }: Incident, actor: Actor): Task[] {
  return questions
    .filter(({ to, answer }) => answer === null && to.id === actor.id)
    .map((question) => ({
      ...untimed(`question:${question.id}`, question.asked.at),
      kind: 'question',
      question,
    }));
}

function handOverTasks({ handOvers }: Incident, actor: Actor): Task[] {
  return handOvers
    .filter(({ to, state }) => state === 'offered' && to.id === actor.id)
    .map((handOver) => ({
      ...untimed(`hand-over:${handOver.id}`, handOver.offeredAt),
      kind: 'hand-over',
      handOver,
    }));
}

function untimed(key: string, at: string): TaskTime {
  return { key, attention: 'open', dueMs: null, sinceMs: Date.parse(at) };
}
