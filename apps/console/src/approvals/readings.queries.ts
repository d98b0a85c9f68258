import { queryOptions } from '@tanstack/react-query';
import type { ApprovalsView } from '@sturmwarte/contracts';
import { api } from '../api/call.js';

/** What waits, as the server knows it: with the version this person read last, on whatever device. */
export const readingsQuery = (space: number) =>
  queryOptions({
    queryKey: ['readings', space] as const,
    // Asked anew for every text that is opened.
    staleTime: 0,
    gcTime: 0,
    queryFn: ({ signal }) => api.get<ApprovalsView>('/approvals', { space }, signal),
  });
