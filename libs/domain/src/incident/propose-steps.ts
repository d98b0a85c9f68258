import type { Playbook } from '../playbook/playbook.js';
import { stepsAdded } from '../playbook/steps-added.js';
import type { Incident } from './incident.js';
import type { IncidentEvent } from './incident-event.js';
import { factsOfRun } from './plan-of-run.js';

/** What a change of the incident calls for in its running playbooks beyond what was planned before. */
export function proposeSteps(
  before: Incident,
  after: Incident,
  playbooks: ReadonlyMap<string, Playbook>,
  because: 'level' | 'impact',
): readonly IncidentEvent[] {
  return after.runs.flatMap((run): IncidentEvent[] => {
    const playbook = playbooks.get(run.playbook.hash);
    if (run.stopped !== null || playbook === undefined) return [];
    const known = [...run.added, ...run.proposed, ...run.declined];
    const steps = stepsAdded(playbook, factsOfRun(before, run), factsOfRun(after, run))
      .map(({ id }) => id)
      .filter((id) => !known.includes(id));
    return steps.length === 0 ? [] : [{ type: 'steps-proposed', run: run.id, steps, because }];
  });
}
