import { queryOptions } from '@tanstack/react-query';
import type { IncidentDetail, IncidentHit, IncidentView } from '@sturmwarte/contracts';
import type { IncidentState, JournalEntry } from '@sturmwarte/domain';
import { api } from '../api/call.js';

export interface IncidentFilter {
  readonly space: number;
  readonly state?: IncidentState | undefined;
}

/** Incidents of a space, newest first. */
export const incidentsQuery = (filter: IncidentFilter) =>
  queryOptions({
    queryKey: ['incidents', filter] as const,
    queryFn: ({ signal }) =>
      api.get<readonly IncidentView[]>('/incidents', { ...filter, limit: 200 }, signal),
  });

/** The room: state and the end of the journal. Shown by `useIncident`, which keeps it up by folding what follows. */
export const incidentQuery = (id: number) =>
  queryOptions({
    queryKey: ['incident', id] as const,
    queryFn: ({ signal }) => api.get<IncidentDetail>(`/incidents/${id}`, {}, signal),
  });

export const incidentSearchQuery = (words: string) =>
  queryOptions({
    queryKey: ['incident-search', words] as const,
    enabled: words.trim().length >= 2,
    queryFn: ({ signal }) =>
      api.get<readonly IncidentHit[]>('/incidents/search', { words }, signal),
  });

export function entriesAfter(id: number, after: number): Promise<readonly JournalEntry[]> {
  return api.get(`/incidents/${id}/entries`, { after, limit: 1_000 });
}

export function entriesBefore(id: number, before: number): Promise<readonly JournalEntry[]> {
  return api.get(`/incidents/${id}/entries`, { before, limit: 200 });
}
