import { describe, expect, it } from '@jest/globals';
import {
  after,
  aContext,
  anIncident,
  aPerson,
  aDemoPlaybook,
  DEMO_PLAYBOOK,
  minutesAfter,
  T0,
} from '../testing/index.js';
import { evolveAll } from './evolve-all.js';
import { followAlert } from './follow-alert.js';
import type { Incident } from './incident.js';
import type { IncidentCommand } from './incident-command.js';
import { planOfRun } from './plan-of-run.js';

const meier = aPerson(1, 'Meier', 'lead');
const lang = aPerson(2, 'Lang', 'pr');
const oeztuerk = aPerson(3, 'Öztürk', 'community');
const voss = aPerson(4, 'Voss', 'legal');

const started = (): Incident =>
  after(anIncident(), oeztuerk, { type: 'start-playbook', playbook: DEMO_PLAYBOOK, reasons: [] });

describe('a playbook under way', () => {
  it('puts its legal clocks up for assessment when it starts', () => {
    expect(started().legalClocks).toMatchObject([{ id: 'DSGVO-33', standing: 'not-assessed' }]);
  });

  it('does not run twice', () => {
    expect(() =>
      after(started(), lang, { type: 'start-playbook', playbook: DEMO_PLAYBOOK, reasons: [] }),
    ).toThrow(expect.objectContaining({ code: 'already-decided' }));
  });

  it('holds a step back until what it stands on is done, and asks for its input', () => {
    const incident = started();
    const run = incident.runs[0]?.id ?? 0;
    const secure: IncidentCommand = {
      type: 'finish-step',
      run,
      step: 'secure-evidence',
      inputs: {},
      note: null,
    };
    expect(() => after(incident, oeztuerk, secure)).toThrow(
      expect.objectContaining({ code: 'step-blocked' }),
    );
    const ready = after(incident, oeztuerk, { ...secure, step: 'acknowledge' });
    expect(() => after(ready, oeztuerk, secure)).toThrow(
      expect.objectContaining({ code: 'input-missing', params: { key: 'link' } }),
    );
    const done = after(ready, oeztuerk, {
      ...secure,
      inputs: { link: ' https://example.org/1 ', other: 'x' },
    });
    expect(done.runs[0]?.steps['secure-evidence']).toMatchObject({
      standing: 'done',
      inputs: { link: 'https://example.org/1' },
    });
    expect(done.runs[0]?.steps['secure-evidence']?.inputs).not.toHaveProperty('other');
  });

  it('opens one branch of a decision and closes the other', () => {
    const incident = started();
    const run = incident.runs[0]?.id ?? 0;
    const decide = (option: string) =>
      after(incident, meier, {
        type: 'decide-step',
        run,
        step: 'stop-sale',
        option,
        reason: 'Gefahr',
      });
    const states = (one: Incident) =>
      Object.fromEntries(
        planOfRun(one, one.runs[0] as never, aDemoPlaybook()).map(({ step, state }) => [
          step.id,
          state,
        ]),
      );
    expect(states(decide('stop'))['tell-dealers']).toBe('open');
    expect(states(decide('wait'))['tell-dealers'] ?? 'left out').not.toBe('open');
  });

  it('lets nobody do the step of another seat, and the lead every step', () => {
    const incident = started();
    const run = incident.runs[0]?.id ?? 0;
    const command: IncidentCommand = {
      type: 'skip-step',
      run,
      step: 'acknowledge',
      reason: 'erledigt',
    };
    expect(() => after(incident, voss, command)).toThrow(
      expect.objectContaining({ code: 'seat-needed' }),
    );
    expect(() => after(incident, meier, { ...command, reason: ' ' })).toThrow(
      expect.objectContaining({ code: 'reason-missing' }),
    );
    expect(after(incident, meier, command).runs[0]?.steps['acknowledge']?.standing).toBe('skipped');
  });

  it('proposes the steps a rise calls for, once, and lets people take or decline them', () => {
    const incident = started();
    const context = { at: minutesAfter(T0, 30), playbooks: aContext(meier, incident).playbooks };
    const risen = evolveAll(
      incident,
      followAlert(incident, 311, { level: 5, channels: ['x'] }, false, context),
      context.at,
    );
    expect(risen.level).toMatchObject({ automatic: 5, peak: 5, trend: 'rising' });
    const run = risen.runs[0];
    expect(run?.proposed).toEqual(['staff-council']);
    expect(followAlert(risen, 311, { level: 5, channels: ['x'] }, false, context)).toEqual([]);
    const taken = after(risen, meier, {
      type: 'add-steps',
      run: run?.id ?? 0,
      steps: ['staff-council'],
    });
    expect(taken.runs[0]).toMatchObject({ proposed: [], added: ['staff-council'] });
    const eased = evolveAll(
      taken,
      followAlert(taken, 311, { level: 2, channels: ['x'] }, false, context),
      context.at,
    );
    expect(
      planOfRun(eased, eased.runs[0] as never, aDemoPlaybook()).map(({ step }) => step.id),
    ).toContain('staff-council');
  });

  it('lets a step that comes back be done again, and no other', () => {
    const incident = started();
    const run = incident.runs[0]?.id ?? 0;
    const brief: IncidentCommand = {
      type: 'finish-step',
      run,
      step: 'briefing',
      inputs: {},
      note: null,
    };
    expect(() => after(after(incident, meier, brief), meier, brief)).not.toThrow();
    const ack: IncidentCommand = { ...brief, step: 'acknowledge' };
    expect(() => after(after(incident, meier, ack), meier, ack)).toThrow();
  });
});
