import { queryOptions } from '@tanstack/react-query';
import type { AlertDetail, AlertView, Curve } from '@sturmwarte/contracts';
import { LIVE_SPACE_ID } from '@sturmwarte/domain';
import { api } from '../api/call.js';
import type { AlertFilter } from './apply-alert.js';

export const alertsQuery = (filter: AlertFilter) =>
  queryOptions({
    queryKey: ['alerts', filter] as const,
    queryFn: ({ signal }) => {
      const { space, topic, state, limit } = filter;
      const live = state === 'live' ? true : undefined;
      const query = { space, topic, live, limit, state: live ? undefined : state };
      return api.get<readonly AlertView[]>('/alerts', query, signal);
    },
  });

/** What is open or acknowledged in a space. */
export const openAlertsQuery = (space: number) => alertsQuery({ space, state: 'live', limit: 200 });
/** What burns in the live space, on whatever page one is. */
export const openAlarmsQuery = openAlertsQuery(LIVE_SPACE_ID);

/** Alerts of any age that say these words. */
export const alertSearchQuery = (space: number, words: string) =>
  queryOptions({
    queryKey: ['alert-search', space, words] as const,
    enabled: words.trim().length >= 2,
    queryFn: ({ signal }) =>
      api.get<readonly AlertView[]>('/alerts/search', { space, words: words.trim() }, signal),
  });

export const alertQuery = (id: number) =>
  queryOptions({
    queryKey: ['alert', id] as const,
    queryFn: ({ signal }) => api.get<AlertDetail>(`/alerts/${id}`, {}, signal),
  });

export const alertCurveQuery = (id: number, hours: number) =>
  queryOptions({
    queryKey: ['alert-curve', id, hours] as const,
    queryFn: ({ signal }) => api.get<Curve>(`/alerts/${id}/curve`, { hours, bucket: 15 }, signal),
  });
