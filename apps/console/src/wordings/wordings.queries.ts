import { queryOptions } from '@tanstack/react-query';
import type { AgreedDetail, AgreedView, HouseWording } from '@sturmwarte/contracts';
import { api } from '../api/call.js';

export const agreedWordingsQuery = queryOptions({
  queryKey: ['agreed-wordings'] as const,
  queryFn: ({ signal }) => api.get<readonly AgreedView[]>('/agreed-wordings', {}, signal),
});

/** One wording with its history. Its key lies below that of the list: both become stale together. */
export const agreedWordingQuery = (id: number) =>
  queryOptions({
    queryKey: ['agreed-wordings', id] as const,
    queryFn: ({ signal }) => api.get<AgreedDetail>(`/agreed-wordings/${id}`, {}, signal),
  });

/** The house's own words, for the lint while somebody types. */
export const houseWordingQuery = queryOptions({
  queryKey: ['house-wording'] as const,
  queryFn: ({ signal }) => api.get<HouseWording>('/wording/rules', {}, signal),
});
