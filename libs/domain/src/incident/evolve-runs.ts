import type { Incident, PlaybookRun, Stamp, StepRecord } from './incident.js';
import type { IncidentEvent } from './incident-event.js';

/** Playbooks under way and their steps; null for events of other kinds. */
export function evolveRuns(
  incident: Incident,
  event: IncidentEvent,
  stamp: Stamp,
): Incident | null {
  switch (event.type) {
    case 'playbook-started': {
      const { playbook, phase, how, reasons } = event;
      const run: PlaybookRun = {
        id: stamp.seq,
        playbook,
        phase,
        how,
        reasons,
        started: stamp,
        stopped: null,
        steps: {},
        answers: {},
        added: [],
        proposed: [],
        declined: [],
      };
      return { ...incident, runs: [...incident.runs, run] };
    }
    case 'phase-entered':
      return change(incident, event.run, () => ({ phase: event.phase }));
    case 'playbook-stopped':
      return change(incident, event.run, () => ({ stopped: { ...stamp, reason: event.reason } }));
    case 'steps-proposed':
      return change(incident, event.run, ({ proposed }) => ({
        proposed: [...proposed, ...event.steps],
      }));
    case 'steps-added':
      return change(incident, event.run, ({ added, proposed, declined }) => ({
        added: [...added, ...event.steps],
        proposed: without(proposed, event.steps),
        declined: without(declined, event.steps),
      }));
    case 'steps-declined':
      return change(incident, event.run, ({ proposed, declined }) => ({
        proposed: without(proposed, event.steps),
        declined: [...declined, ...event.steps],
      }));
    case 'step-assigned':
      return step(incident, event, stamp, { person: event.person });
    case 'step-started':
      return step(incident, event, stamp, { standing: 'started', person: stamp.by });
    case 'step-done': {
      const { inputs, note } = event;
      return step(incident, event, stamp, { standing: 'done', inputs, note });
    }
    case 'step-skipped':
      return step(incident, event, stamp, { standing: 'skipped', note: event.reason });
    case 'step-reopened': {
      const reopened = step(incident, event, stamp, { standing: 'todo', note: event.reason });
      return change(reopened, event.run, ({ answers }) => {
        const { [event.step]: _taken, ...rest } = answers;
        return { answers: rest };
      });
    }
    case 'step-decided': {
      const decided = step(incident, event, stamp, { standing: 'done', note: event.reason });
      return change(decided, event.run, ({ answers }) => ({
        answers: { ...answers, [event.step]: event.option },
      }));
    }
    default:
      return null;
  }
}

function step(
  incident: Incident,
  { run, step: id }: { readonly run: number; readonly step: string },
  stamp: Stamp,
  changed: Partial<StepRecord>,
): Incident {
  return change(incident, run, ({ steps }) => {
    const before: StepRecord = steps[id] ?? {
      ...stamp,
      standing: 'todo',
      person: null,
      inputs: {},
      note: null,
    };
    return { steps: { ...steps, [id]: { ...before, ...stamp, ...changed } } };
  });
}

function change(
  incident: Incident,
  id: number,
  changeOf: (run: PlaybookRun) => Partial<PlaybookRun>,
): Incident {
  const runs = incident.runs.map((run) => (run.id === id ? { ...run, ...changeOf(run) } : run));
  return { ...incident, runs };
}

function without(all: readonly string[], some: readonly string[]): string[] {
  return all.filter((one) => !some.includes(one));
}
