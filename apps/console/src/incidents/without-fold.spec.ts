import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from '@jest/globals';
import type { IncidentDetail } from '@sturmwarte/contracts';
import type { JournalEntry } from '@sturmwarte/domain';
import { anIncident } from '@sturmwarte/domain/testing';
import { takeAlong } from './catch-up-incident.js';

const key = ['incident', 1];
const detail: IncidentDetail = { id: 1, incident: anIncident(), entries: [] };
const renamed: JournalEntry = {
  ...{ seq: 2, at: '2026-03-02T15:00:00.000Z', by: { id: 1, name: 'Meier' }, previous: '' },
  ...{ hash: '', event: { type: 'renamed', title: 'Akku brennt' } },
};

describe('a window in which nobody looked at an incident yet', () => {
  it('reads anew what it heard of one by the way, as soon as somebody looks', () => {
    const client = new QueryClient();
    client.setQueryData<IncidentDetail>(key, detail);
    takeAlong(client, 1, [renamed]);
    expect(client.getQueryData(key)).toEqual(detail);
    expect(client.getQueryState(key)?.isInvalidated).toBe(true);
  });

  it('folds from the moment on at which a page brought the fold', async () => {
    const client = new QueryClient();
    client.setQueryData<IncidentDetail>(key, detail);
    await import('./use-incident.js');
    takeAlong(client, 1, [renamed]);
    expect(client.getQueryData<IncidentDetail>(key)?.incident.title).toBe('Akku brennt');
    expect(client.getQueryState(key)?.isInvalidated).toBe(false);
  });
});
