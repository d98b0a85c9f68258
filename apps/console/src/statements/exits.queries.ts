import { queryOptions } from '@tanstack/react-query';
import type { ExitChoice } from '@sturmwarte/contracts';
import { api } from '../api/call.js';

/** What a publication of a brand may be given to. */
export const exitsQuery = (brandId: number) =>
  queryOptions({
    queryKey: ['exits', brandId] as const,
    queryFn: ({ signal }) => api.get<readonly ExitChoice[]>(`/brands/${brandId}/exits`, {}, signal),
  });
