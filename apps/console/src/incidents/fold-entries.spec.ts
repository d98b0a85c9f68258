import { describe, expect, it } from '@jest/globals';
import type { IncidentEvent, JournalEntry } from '@sturmwarte/domain';
import { anIncident } from '@sturmwarte/domain/testing';
import { foldEntries } from './fold-entries.js';

const entry = (seq: number, event: IncidentEvent): JournalEntry => ({
  ...{ seq, at: '2026-03-02T15:00:00.000Z', by: { id: 1, name: 'Meier' }, event },
  ...{ previous: '', hash: '' },
});
const renamed = (seq: number, title: string) => entry(seq, { type: 'renamed', title });

describe('a console that follows an incident', () => {
  const detail = { id: 1, incident: anIncident(), entries: [] };

  it('takes what is new and passes over what it has', () => {
    const once = foldEntries(detail, [renamed(2, 'Akku'), renamed(3, 'Akku brennt')]);
    expect(once?.incident).toMatchObject({ version: 3, title: 'Akku brennt' });
    const twice = once && foldEntries(once, [renamed(3, 'Akku brennt'), renamed(4, 'Rückruf')]);
    expect(twice?.incident).toMatchObject({ version: 4, title: 'Rückruf' });
    expect(twice?.entries.map(({ seq }) => seq)).toEqual([2, 3, 4]);
  });

  it('knows that it missed something', () => {
    expect(foldEntries(detail, [renamed(4, 'zu spät')])).toBeNull();
  });
});
