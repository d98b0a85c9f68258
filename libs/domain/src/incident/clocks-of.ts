import { deadlineMarks } from '../clocks/clock-marks.js';
import { firstResponseClocks } from '../clocks/first-response-clocks.js';
import type { ClockMarks, ClockStanding, IncidentClock } from '../clocks/incident-clock.js';
import { publicWithin } from '../cadence/public-within.js';
import { dueMinutes } from '../playbook/due-minutes.js';
import type { Playbook } from '../playbook/playbook.js';
import type { PlaybookStep } from '../playbook/playbook-step.js';
import { repeatMinutes } from '../playbook/repeat-minutes.js';
import { MINUTE_MS } from '../clock.js';
import { levelInForce, type Incident, type LegalClock, type PlaybookRun } from './incident.js';
import { wordingClocks } from './wording-clocks.js';
import { planOfRun } from './plan-of-run.js';
import { statusDue } from './status-due.js';

/**
 * Every clock of an incident as its journal has it: the first response, legal duties, steps, promised updates, the
 * next status, decisions asked of executives. Keys are unique and stay; what has to be told when is `turnsOf`'s.
 */
export function clocksOf(
  incident: Incident,
  playbooks: ReadonlyMap<string, Playbook>,
): readonly IncidentClock[] {
  return [
    ...responseClocks(incident),
    ...incident.legalClocks.flatMap(legalClocks),
    ...incident.runs.flatMap((run) => stepClocks(incident, run, playbooks.get(run.playbook.hash))),
    ...promiseClocks(incident),
    ...statusClock(incident),
    ...requestClocks(incident),
    ...wordingClocks(incident),
  ];
}

function responseClocks(incident: Incident): readonly IncidentClock[] {
  const { firstResponse, firstNegativeAt, t0 } = incident;
  const within = publicWithin(incident.level.peak, incident.impact?.impact ?? null);
  return firstResponseClocks({
    alertMs: Date.parse(t0),
    firstNegativeMs: firstNegativeAt === null ? null : Date.parse(firstNegativeAt),
    withinMinutes: within.firstMinutes,
    response:
      firstResponse === null
        ? null
        : { atMs: Date.parse(firstResponse.saidAt), proof: firstResponse.proof },
  });
}

function legalClocks(clock: LegalClock): readonly IncidentClock[] {
  const listedMs = Date.parse(clock.listedAt);
  const whole = (standing: ClockStanding): IncidentClock[] => [
    { key: `legal:${clock.id}`, kind: 'legal', listedMs, standing },
  ];
  switch (clock.standing) {
    case 'not-assessed':
    case 'waiver-proposed': // one voice is not enough
      return whole({ kind: 'not-assessed' });
    case 'not-applicable':
      return whole({
        kind: 'not-applicable',
        reason: clock.reason ?? '',
        saidBy: clock.said.by ?? NOBODY,
        confirmedBy: clock.confirmed?.by ?? null,
      });
    case 'running':
      return clock.stages.map((stage) => {
        const anchorMs = Date.parse(clock.anchors['knowledge'] ?? clock.listedAt);
        const marks = {
          amberMs: msOf(stage.amber),
          redMs: msOf(stage.red),
          dueMs: msOf(stage.due),
        };
        const { fulfilled } = stage;
        return {
          key: `legal:${clock.id}:${stage.stage}`,
          kind: 'legal',
          listedMs,
          standing: settled(anchorMs, marks, fulfilled, fulfilled?.proof ?? ''),
        };
      });
  }
}

const NOBODY = { id: 0, name: '' };

/** Steps in force that somebody still has to do; what was done or skipped has no clock. */
function stepClocks(
  incident: Incident,
  run: PlaybookRun,
  playbook: Playbook | undefined,
): readonly IncidentClock[] {
  if (playbook === undefined || run.stopped !== null) return [];
  const plan = planOfRun(incident, run, playbook);
  const byId = new Map(
    playbook.phases.flatMap(({ steps }) => steps.map((step) => [step.id, step])),
  );
  return plan.flatMap(({ step, state, standing }) => {
    if (standing !== 'in-force' || state === 'closed' || state === 'skipped') return [];
    const due = dueOfStep(incident, run, step, byId);
    if (due === null) return [];
    const { anchorMs, dueMs } = due;
    return [
      {
        key: `step:${run.id}:${step.id}`,
        kind: 'step',
        listedMs: anchorMs,
        standing: { kind: 'running', anchorMs, marks: deadlineMarks(anchorMs, dueMs) },
      },
    ];
  });
}

/**
 * When a step is due: minutes from T0 for the first time, from the step it comes after once that is done; a step that
 * comes back counts from when it was done last. Null when it is done for good.
 */
export function dueOfStep(
  incident: Incident,
  run: PlaybookRun,
  step: PlaybookStep,
  byId: ReadonlyMap<string, PlaybookStep>,
): { readonly anchorMs: number; readonly dueMs: number } | null {
  const record = run.steps[step.id];
  if (record?.standing === 'done') {
    const again = repeatMinutes(step, levelInForce(incident));
    if (again === null) return null;
    const anchorMs = Date.parse(record.at);
    return { anchorMs, dueMs: anchorMs + again * MINUTE_MS };
  }
  const after = step.due.after === null ? undefined : run.steps[step.due.after];
  if (after?.standing === 'done' || after?.standing === 'skipped') {
    const anchorMs = Date.parse(after.at);
    return { anchorMs, dueMs: anchorMs + step.due.minutes * MINUTE_MS };
  }
  const minutes = dueMinutes(step, byId);
  if (minutes === null) return null;
  // A run that begins late does not begin overdue: its time counts from its own beginning.
  const anchorMs = Math.max(Date.parse(incident.t0), lateStart(incident, run));
  return { anchorMs, dueMs: anchorMs + minutes * MINUTE_MS };
}

/** A playbook started within the first half hour counts from T0, a later one from its own start. */
function lateStart({ t0 }: Incident, run: PlaybookRun): number {
  const startedMs = Date.parse(run.started.at);
  return startedMs - Date.parse(t0) > 30 * MINUTE_MS ? startedMs : Date.parse(t0);
}

function promiseClocks({ promises }: Incident): readonly IncidentClock[] {
  return promises.map(({ id, due, made, kept }) => {
    const anchorMs = Date.parse(made.at);
    const marks = deadlineMarks(anchorMs, Date.parse(due));
    const standing = settled(anchorMs, marks, kept, kept?.proof ?? '');
    return { key: `promise:${id}`, kind: 'update', listedMs: anchorMs, standing };
  });
}

function statusClock(incident: Incident): readonly IncidentClock[] {
  const due = statusDue(incident);
  if (due === null) return [];
  const { anchorMs, dueMs } = due;
  return [
    {
      key: `status:${incident.status?.seq ?? 0}`,
      kind: 'update',
      listedMs: anchorMs,
      standing: { kind: 'running', anchorMs, marks: deadlineMarks(anchorMs, dueMs) },
    },
  ];
}

function requestClocks({ requests }: Incident): readonly IncidentClock[] {
  return requests
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ id, asked, due, decision }) => {
      const anchorMs = Date.parse(asked.at);
      const marks = deadlineMarks(anchorMs, Date.parse(due));
      const standing = settled(anchorMs, marks, decision, decision?.option ?? '');
      return { key: `request:${id}`, kind: 'approval', listedMs: anchorMs, standing };
    });
}

function settled(
  anchorMs: number,
  marks: ClockMarks,
  done: { readonly at: string } | null,
  proof: string,
): ClockStanding {
  if (done === null) return { kind: 'running', anchorMs, marks };
  return { kind: 'fulfilled', anchorMs, marks, atMs: Date.parse(done.at), proof };
}

function msOf(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso);
}
