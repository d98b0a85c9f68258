import { approvalStateOf } from '../statement/approval-state.js';
import type { Statement } from '../statement/statement.js';
import type { DecideContext } from './decide-context.js';
import { evolveAll } from './evolve-all.js';
import type { Incident } from './incident.js';
import type { IncidentEvent } from './incident-event.js';
import { planOfRun, type RunStep } from './plan-of-run.js';

/**
 * What was decided about words, and the steps it finishes: asking for approval finishes the draft step a statement was
 * written for, the release of all its asked variants the approval step of that draft. Blocked steps, and steps settled
 * before, are left as they are.
 */
export function withSteps(
  incident: Incident,
  events: readonly IncidentEvent[],
  context: Pick<DecideContext, 'at' | 'playbooks' | 'actor'>,
): readonly IncidentEvent[] {
  const after = evolveAll(incident, events, context.at, context.actor);
  const touched = new Set(events.flatMap((one) => ('statement' in one ? [one.statement] : [])));
  let all = events;
  for (const statement of after.statements.filter(({ id }) => touched.has(id))) {
    all = finished(incident, all, statement, context, ({ step }) =>
      step.kind === 'draft' ? step.id === statement.step?.step : false,
    );
    if (!isReleased(after, statement, context.at)) continue;
    all = finished(incident, all, statement, context, ({ step }) =>
      step.kind === 'approval' ? step.draft === statement.step?.step : false,
    );
  }
  return all;
}

function finished(
  incident: Incident,
  events: readonly IncidentEvent[],
  { step: of }: Statement,
  { at, playbooks, actor }: Pick<DecideContext, 'at' | 'playbooks' | 'actor'>,
  isMeant: (step: RunStep) => boolean,
): readonly IncidentEvent[] {
  const now = evolveAll(incident, events, at, actor);
  const run = now.runs.find(({ id }) => id === of?.run);
  const playbook = run === undefined ? undefined : playbooks.get(run.playbook.hash);
  if (run === undefined || run.stopped !== null || playbook === undefined) return events;
  const found = planOfRun(now, run, playbook).find(
    (one) => one.standing === 'in-force' && one.state === 'open' && isMeant(one),
  );
  if (found === undefined) return events;
  // What the step asks to be filled in is in the text.
  const inputs = run.steps[found.step.id]?.inputs ?? {};
  const done = { run: run.id, step: found.step.id, inputs, note: null };
  return [...events, { type: 'step-done', ...done }];
}

/** Every variant that was put before the chain may leave. */
function isReleased(incident: Incident, statement: Statement, at: string): boolean {
  const asked = statement.variants.filter((one) => one.asked !== null && one.dropped === null);
  return (
    asked.length > 0 &&
    asked.every((one) =>
      ['approved', 'agreed'].includes(approvalStateOf(incident, statement, one, at).phase),
    )
  );
}
