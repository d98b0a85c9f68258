import type { EventOf, Playbook } from '@sturmwarte/domain';
import type { Said, SayContext } from './say-context.js';

export type RunEvent = EventOf<
  | 'playbook-started'
  | 'phase-entered'
  | 'playbook-stopped'
  | 'steps-proposed'
  | 'steps-added'
  | 'steps-declined'
  | 'step-assigned'
  | 'step-started'
  | 'step-done'
  | 'step-skipped'
  | 'step-reopened'
  | 'step-decided'
>;

/** What happened to a playbook and its steps. */
export function sayRun(event: RunEvent, context: SayContext): Said {
  const {
    t,
    format: { language },
    incident,
    stepName,
  } = context;
  const say = (line: string, words: string | null = null): Said => ({ line, words });
  switch (event.type) {
    case 'playbook-started':
      return say(
        t(event.how === 'automatic' ? 'journal:playbookAutomatic' : 'journal:playbookStarted', {
          id: event.playbook.id,
          title: event.playbook.title[language],
          version: event.playbook.version,
        }),
      );
    case 'phase-entered':
      return say(
        t('journal:phaseEntered', {
          phase: phaseOf(context, event.run)(event.phase)?.title[language] ?? event.phase,
        }),
      );
    case 'playbook-stopped': {
      const run = incident.runs.find(({ id }) => id === event.run);
      return say(t('journal:playbookStopped', { id: run?.playbook.id ?? '' }), event.reason);
    }
    case 'steps-proposed':
    case 'steps-added':
    case 'steps-declined': {
      const steps = event.steps.map((step) => stepName(event.run, step)).join(' · ');
      if (event.type === 'steps-declined') {
        return say(t('journal:stepsDeclined', { steps }), event.reason);
      }
      if (event.type === 'steps-added') return say(t('journal:stepsAdded', { steps }));
      return say(
        t(
          event.because === 'level' ? 'journal:stepsProposedLevel' : 'journal:stepsProposedImpact',
          {
            steps,
          },
        ),
      );
    }
    case 'step-assigned': {
      const step = stepName(event.run, event.step);
      return event.person === null
        ? say(t('journal:stepUnassigned', { step }))
        : say(t('journal:stepAssigned', { step, name: event.person.name }));
    }
    case 'step-started':
      return say(t('journal:stepStarted', { step: stepName(event.run, event.step) }));
    case 'step-done':
      return say(t('journal:stepDone', { step: stepName(event.run, event.step) }), event.note);
    case 'step-skipped':
      return say(t('journal:stepSkipped', { step: stepName(event.run, event.step) }), event.reason);
    case 'step-reopened':
      return say(
        t('journal:stepReopened', { step: stepName(event.run, event.step) }),
        event.reason,
      );
    case 'step-decided': {
      const step = stepsOf(context, event.run).find(({ id }) => id === event.step);
      const options = step?.kind === 'decision' ? step.options : [];
      const option = options.find(({ id }) => id === event.option)?.label[language] ?? event.option;
      return say(
        t('journal:stepDecided', { step: stepName(event.run, event.step), option }),
        event.reason,
      );
    }
  }
}

function playbookOf({ incident, playbooks }: SayContext, run: number): Playbook | undefined {
  return playbooks.get(incident.runs.find(({ id }) => id === run)?.playbook.hash ?? '');
}

function stepsOf(context: SayContext, run: number) {
  return playbookOf(context, run)?.phases.flatMap(({ steps }) => steps) ?? [];
}

function phaseOf(context: SayContext, run: number) {
  return (phase: string) => playbookOf(context, run)?.phases.find(({ id }) => id === phase);
}
