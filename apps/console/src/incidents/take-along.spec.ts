import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from '@jest/globals';
import type { IncidentDetail } from '@sturmwarte/contracts';
import type { JournalEntry } from '@sturmwarte/domain';
import { anIncident } from '@sturmwarte/domain/testing';
import { takeAlong } from './catch-up-incident.js';
import './put-entries.js';

const renamed = (seq: number, title: string): JournalEntry => ({
  ...{ seq, at: '2026-03-02T15:00:00.000Z', by: { id: 1, name: 'Meier' }, previous: '', hash: '' },
  event: { type: 'renamed', title },
});

/** A console with the room open, as it is after this came along. */
function after(...entries: readonly JournalEntry[]) {
  const client = new QueryClient();
  const key = ['incident', 1];
  client.setQueryData<IncidentDetail>(key, { id: 1, incident: anIncident(), entries: [] });
  takeAlong(client, 1, entries);
  takeAlong(client, 2, entries);
  return {
    detail: client.getQueryData<IncidentDetail>(key),
    isStale: client.getQueryState(key)?.isInvalidated,
    other: client.getQueryData(['incident', 2]),
  };
}

describe('entries that come along with the wire', () => {
  it('are in the room at once when they follow what is there', () => {
    const { detail } = after(renamed(2, 'Akku'), renamed(3, 'Akku brennt'));
    expect(detail?.incident).toMatchObject({ version: 3, title: 'Akku brennt' });
  });

  it('are left to their number when something is missing before them; nothing is fetched twice', () => {
    const { detail, isStale } = after(renamed(3, 'zu früh'));
    expect(detail?.incident.version).toBe(1);
    expect(isStale).toBe(false);
  });

  it('are nothing to a console that does not have the room', () => {
    expect(after(renamed(2, 'Akku')).other).toBeUndefined();
  });
});
