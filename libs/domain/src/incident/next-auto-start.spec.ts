import { describe, expect, it } from '@jest/globals';
import type { Suggestion } from '../playbook/suggest-playbooks.js';
import { aDemoPlaybook, anIncident, DEMO_PLAYBOOK } from '../testing/index.js';
import type { IncidentEvent } from './incident-event.js';
import { nextAutoStart } from './next-auto-start.js';

const byItself = { ...aDemoPlaybook(), autoStart: 4 } as const;
const fits: Suggestion = { playbook: byItself, reasons: [], inRange: true };
const risen: IncidentEvent = { type: 'level-followed', from: 3, to: 4 };
const started: IncidentEvent = {
  ...{ type: 'playbook-started', playbook: DEMO_PLAYBOOK, phase: 'p', how: 'automatic' },
  reasons: [],
};

describe('a playbook that starts by itself', () => {
  it('waits for its level', () => {
    expect(nextAutoStart(anIncident(), [fits])).toBeNull();
    expect(nextAutoStart(anIncident(risen), [fits])).toBe(fits);
  });

  it('follows the level a person set, up and down', () => {
    const set = (level: 2 | 5): IncidentEvent => ({ type: 'level-overridden', level, reason: 'x' });
    expect(nextAutoStart(anIncident(set(5)), [fits])).toBe(fits);
    expect(nextAutoStart(anIncident(risen, set(2)), [fits])).toBeNull();
  });

  it('starts once, and never after somebody stopped it', () => {
    expect(nextAutoStart(anIncident(risen, started), [fits])).toBeNull();
    const stopped: IncidentEvent = { type: 'playbook-stopped', run: 3, reason: 'passt nicht' };
    const again: IncidentEvent = { type: 'level-followed', from: 4, to: 6 };
    expect(nextAutoStart(anIncident(risen, started, stopped, again), [fits])).toBeNull();
  });

  it('stays on the shelf when people start it, when nothing points to it, and after the all-clear', () => {
    const byHand = { ...fits, playbook: aDemoPlaybook() };
    expect(nextAutoStart(anIncident(risen), [byHand])).toBeNull();
    expect(nextAutoStart(anIncident(risen), [])).toBeNull();
    const over: IncidentEvent = { type: 'all-clear-given', note: '', unmet: [], reason: null };
    expect(nextAutoStart(anIncident(risen, over), [fits])).toBeNull();
  });
});
