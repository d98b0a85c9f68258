import { queryOptions } from '@tanstack/react-query';
import type { FactorsView } from '@sturmwarte/contracts';
import { api } from '../api/call.js';

export const factorsQuery = queryOptions({
  queryKey: ['factors'],
  queryFn: ({ signal }) => api.get<FactorsView>('/me/factors', {}, signal),
});
