import { describe, expect, it } from '@jest/globals';
import { anEvidence, NOON } from '../testing/builders.js';
import { foldHistory } from './fold-history.js';

const evidence = anEvidence();
const refreshed = { at: NOON, type: 'evidence-updated', trend: 'steady', evidence } as const;
const by = { id: 1, name: 'Lang' };

describe('the history of an alert', () => {
  it('is told newest first, with refreshed evidence in one line', () => {
    const entries = foldHistory([
      { seq: 1, at: NOON, type: 'raised', level: 3, evidence },
      { seq: 2, ...refreshed },
      { seq: 3, ...refreshed },
      { seq: 4, at: NOON, type: 'acknowledged', by, note: null },
      { seq: 5, ...refreshed },
    ]);
    expect(entries.map((entry) => [entry.event.type, entry.times])).toEqual([
      ['evidence-updated', 1],
      ['acknowledged', 1],
      ['evidence-updated', 2],
      ['raised', 1],
    ]);
  });
});
