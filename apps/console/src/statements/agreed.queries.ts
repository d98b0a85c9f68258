import { queryOptions } from '@tanstack/react-query';
import type { AgreedView } from '@sturmwarte/contracts';
import { api } from '../api/call.js';

/** Wording agreed beforehand, in every standing. */
export const agreedWordingsQuery = queryOptions({
  queryKey: ['agreed-wordings'] as const,
  queryFn: ({ signal }) => api.get<readonly AgreedView[]>('/agreed-wordings', {}, signal),
});
