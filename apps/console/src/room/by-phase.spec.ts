import { describe, expect, it } from '@jest/globals';
import { planOfRun } from '@sturmwarte/domain';
import { anIncident, aPlaybook, aStep, DEMO_PLAYBOOK } from '@sturmwarte/domain/testing';
import { byPhase } from './by-phase.js';

const both = (text: string) => ({ de: text, en: text });

describe('the steps of a run', () => {
  const playbook = aPlaybook([], {
    phases: [
      { id: 'a', title: both('A'), steps: [aStep({ id: 'one' }), aStep({ id: 'two' })] },
      { id: 'b', title: both('B'), steps: [aStep({ id: 'late', when: { levelFrom: 6 } })] },
    ],
  });
  const started = { type: 'playbook-started', playbook: DEMO_PLAYBOOK, phase: 'a' } as const;

  it('stand under their phase; proposed ones and phases without steps are left out', () => {
    const incident = anIncident(
      { ...started, how: 'by-hand', reasons: [] },
      { type: 'steps-proposed', run: 2, steps: ['two'], because: 'level' },
    );
    const [run] = incident.runs;
    if (run === undefined) throw new Error('a run');
    const phases = byPhase(playbook, planOfRun(incident, run, playbook));
    expect(phases.map(({ phase, steps }) => [phase.id, steps.map(({ step }) => step.id)])).toEqual([
      ['a', ['one']],
    ]);
  });
});
