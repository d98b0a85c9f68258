import { describe, expect, it } from '@jest/globals';
import type { JournalEntry } from '@sturmwarte/domain';
import {
  aContext,
  anIncident,
  aPerson,
  DEMO_PLAYBOOK,
  minutesAfter,
  T0,
} from '@sturmwarte/domain/testing';
import { foldEntries } from '../incidents/fold-entries.js';
import { guess } from './guess.js';

const meier = aPerson(1, 'Meier', 'lead');
const incident = anIncident({
  type: 'playbook-started',
  playbook: DEMO_PLAYBOOK,
  phase: 'first-hour',
  how: 'by-hand',
  reasons: [],
});
const detail = { id: 1, incident, entries: [] };
const tick = { type: 'finish-step', run: 2, step: 'acknowledge' } as const;

describe('a person who ticks a step', () => {
  it('sees it done before the server agrees, and the version does not run ahead', () => {
    const guessed = guess(detail, tick, aContext(meier, incident));
    expect(guessed?.incident.runs[0]?.steps['acknowledge']?.standing).toBe('done');
    expect(guessed?.incident.version).toBe(incident.version);
  });

  it('sees who really did it, when somebody else was first', () => {
    const guessed = guess(detail, tick, aContext(meier, incident));
    const entry: JournalEntry = {
      ...{ seq: 3, at: minutesAfter(T0, 3), by: { id: 2, name: 'Lang' }, previous: '', hash: '' },
      event: { type: 'step-done', run: 2, step: 'acknowledge', inputs: {}, note: null },
    };
    const after = guessed && foldEntries(guessed, [entry]);
    expect(after?.incident.runs[0]?.steps['acknowledge']?.by?.name).toBe('Lang');
    expect(after?.incident.version).toBe(3);
  });

  it('sees nothing in advance of what the server would refuse, nor of a decision', () => {
    const blocked = { ...tick, step: 'secure-evidence' };
    expect(guess(detail, blocked, aContext(meier, incident))).toBeNull();
    const decided = {
      type: 'decide-step',
      run: 2,
      step: 'stop-sale',
      option: 'stop',
      reason: 'r',
    } as const;
    expect(guess(detail, decided, aContext(meier, incident))).toBeNull();
  });
});
