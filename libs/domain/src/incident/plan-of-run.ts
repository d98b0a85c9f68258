import type { Playbook } from '../playbook/playbook.js';
import type { PlaybookFacts } from '../playbook/facts.js';
import { planSteps, type PlannedStep } from '../playbook/plan-steps.js';
import type { Incident, PlaybookRun } from './incident.js';

/** What planning needs to know of a run, from the journal. */
export function factsOfRun(incident: Incident, run: PlaybookRun): PlaybookFacts {
  const settled = (standing: string): ReadonlySet<string> =>
    new Set(
      Object.entries(run.steps)
        .filter(([, step]) => step.standing === standing)
        .map(([id]) => id),
    );
  return {
    peakLevel: incident.level.peak,
    impact: incident.impact?.impact ?? null,
    phase: run.phase,
    channels: channelsOf(incident),
    answers: run.answers,
    done: settled('done'),
    skipped: settled('skipped'),
  };
}

/** Where it burns, over all its alerts. */
export function channelsOf({ alerts }: Pick<Incident, 'alerts'>): PlaybookFacts['channels'] {
  const joined = alerts.filter(({ standing }) => standing === 'joined');
  return [...new Set(joined.flatMap(({ sign }) => sign.channels))];
}

/** A step as the room shows it. `proposed`: called for by a rise, nobody has taken it yet. */
export type RunStep = PlannedStep & { readonly standing: 'in-force' | 'proposed' | 'declined' };

/** The steps of a run that are called for now, in their order. */
export function planOfRun(incident: Incident, run: PlaybookRun, playbook: Playbook): RunStep[] {
  return planSteps(playbook, factsOfRun(incident, run)).map((planned) => ({
    ...planned,
    standing: run.proposed.includes(planned.step.id)
      ? 'proposed'
      : run.declined.includes(planned.step.id)
        ? 'declined'
        : 'in-force',
  }));
}
