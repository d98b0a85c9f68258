import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Curve, TopicCheck, TopicView } from '@sturmwarte/contracts';
import { api } from '../api/call.js';

const CURVE_EVERY_MS = 60_000;

export const topicsQuery = (spaceId: number) =>
  queryOptions({
    queryKey: ['topics', spaceId] as const,
    queryFn: ({ signal }) => api.get<readonly TopicView[]>('/topics', { space: spaceId }, signal),
  });

/** The course of a topic; no message says that it went on. */
export const topicCurveQuery = (id: number, hours: number) =>
  queryOptions({
    queryKey: ['topic-curve', id, hours] as const,
    queryFn: ({ signal }) => api.get<Curve>(`/topics/${id}/curve`, { hours, bucket: 15 }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: CURVE_EVERY_MS,
  });

/** A dry run; given up as soon as nobody waits for it, and not remembered: what is stored changes. */
export const topicCheckQuery = (brandId: number, query: string, days: number) =>
  queryOptions({
    queryKey: ['topic-check', brandId, query, days] as const,
    queryFn: ({ signal }) =>
      api.post<TopicCheck>('/topics/check', { brandId, query, days }, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
