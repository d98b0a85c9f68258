import { describe, expect, it } from '@jest/globals';
import { anIncident } from '../testing/index.js';
import type { Incident } from './incident.js';
import { wholeIncident } from './whole-incident.js';

describe('an incident stored before words were part of it', () => {
  it('is read as it would be folded today', () => {
    const today = anIncident({ type: 'renamed', title: 'Akku' });
    const { statements, publications, emergencies, postingStop, barred, ...before } = today;
    expect([statements, publications, emergencies, postingStop, barred]).toEqual([
      ...[[], [], [], null, []],
    ]);
    expect(wholeIncident(before as Incident)).toEqual(today);
  });
});
