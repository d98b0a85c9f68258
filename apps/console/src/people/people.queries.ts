import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AuditRow, PersonView, SessionRow } from '@sturmwarte/contracts';
import { api } from '../api/call.js';

const AUDIT_PAGE = 50;

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => api.get<readonly PersonView[]>('/people', {}, signal),
});

/** Path below the API of somebody's sessions: one's own, or another person's. */
export function sessionsPath(personId: number | 'me'): string {
  return personId === 'me' ? '/me/sessions' : `/people/${personId}/sessions`;
}

export const sessionsQuery = (personId: number | 'me') =>
  queryOptions({
    queryKey: ['sessions', personId],
    queryFn: ({ signal }) => api.get<readonly SessionRow[]>(sessionsPath(personId), {}, signal),
  });

export const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  initialPageParam: null as number | null,
  queryFn: ({ pageParam, signal }) =>
    api.get<readonly AuditRow[]>('/audit', { before: pageParam, limit: AUDIT_PAGE }, signal),
  getNextPageParam: (last) => (last.length < AUDIT_PAGE ? null : (last.at(-1)?.id ?? null)),
});
