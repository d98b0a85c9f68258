import { describe, expect, it } from '@jest/globals';
import type { AlertHold } from '@sturmwarte/domain';
import { anAlert } from '../testing/builders.js';
import { isRinging, ringOf, tabTitle } from './ringing.js';

describe('what is heard', () => {
  it('a new alarm rings with its level', () => {
    expect(ringOf(undefined, anAlert({ level: 4 }))).toBe(4);
  });
  it('a quiet notice does not ring, but rings when it becomes an alarm', () => {
    expect(ringOf(undefined, anAlert({ level: 2 }))).toBeNull();
    expect(ringOf(anAlert({ level: 2 }), anAlert({ level: 3 }))).toBe(3);
  });
  it('a rise rings even after somebody acknowledged', () => {
    const before = anAlert({ level: 3, state: 'acknowledged' });
    expect(ringOf(before, anAlert({ level: 4, state: 'acknowledged' }))).toBe(4);
  });
  it('an easing, an acknowledgement or fresh evidence stays silent', () => {
    expect(ringOf(anAlert({ level: 4 }), anAlert({ level: 3 }))).toBeNull();
    expect(ringOf(anAlert(), anAlert({ state: 'acknowledged' }))).toBeNull();
    expect(ringOf(anAlert(), anAlert({ version: 2 }))).toBeNull();
  });
  it('an alarm first heard of when somebody is on it stays silent', () => {
    expect(ringOf(undefined, anAlert({ state: 'acknowledged' }))).toBeNull();
  });
  it('what is held back stays silent, and rings when it is let go', () => {
    const hold: AlertHold = {
      ...({ kind: 'mute', muteId: 1, until: '2026-11-22T18:00:00.000Z' } as const),
      ...{ reason: 'Kampagne', by: { id: 1, name: 'Pia' }, fromLevel: 3 },
    };
    const held = anAlert({ held: hold });
    expect(ringOf(undefined, held)).toBeNull();
    expect(isRinging(held)).toBe(false);
    expect(ringOf(held, anAlert({ version: 2, held: null }))).toBe(3);
    const taken = anAlert({ held: hold, state: 'acknowledged' });
    expect(ringOf(taken, anAlert({ state: 'acknowledged' }))).toBeNull();
    expect(ringOf(taken, anAlert({ state: 'acknowledged', level: 5 }))).toBe(5);
  });
  it('an alert that wakes rings again, a closed one never', () => {
    expect(ringOf(anAlert({ state: 'closed' }), anAlert())).toBe(3);
    expect(ringOf(anAlert(), anAlert({ state: 'closed', level: 5 }))).toBeNull();
  });
});

describe('the title of the tab', () => {
  it('counts who waits and names the strongest level', () => {
    const title = tabTitle([{ level: 3 }, { level: 4 }], 'Sturmwarte');
    expect(title).toBe('(2) ▲4 Sturmwarte');
    expect(tabTitle([], 'Sturmwarte')).toBe('Sturmwarte');
  });
});
