import { queryOptions } from '@tanstack/react-query';
import type { ColleagueView } from '@sturmwarte/contracts';
import { api } from '../api/call.js';

/** Whom one can ask, seat or give a step to. */
export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'] as const,
  staleTime: 60_000,
  queryFn: ({ signal }) => api.get<readonly ColleagueView[]>('/colleagues', {}, signal),
});
