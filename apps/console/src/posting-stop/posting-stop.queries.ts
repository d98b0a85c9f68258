import { queryOptions } from '@tanstack/react-query';
import type { PostingStatus } from '@sturmwarte/contracts';
import { api } from '../api/call.js';

/** The wire tells of stops at once; this is for whoever missed it. */
const LOOK_EVERY_MS = 15_000;

/** Is posting stopped for a brand, since when, why, and what is held. */
export const postingStatusQuery = (brandId: number) =>
  queryOptions({
    queryKey: ['posting', brandId] as const,
    refetchInterval: LOOK_EVERY_MS,
    retry: false,
    queryFn: ({ signal }) => api.get<PostingStatus>(`/brands/${brandId}/posting-stop`, {}, signal),
  });
