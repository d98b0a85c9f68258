import { queryOptions } from '@tanstack/react-query';
import type { BrandView } from '@sturmwarte/contracts';
import type { Space } from '@sturmwarte/domain';
import { api } from '../api/call.js';

/** All spaces this person may see, the live one among them. */
export const spacesQuery = queryOptions({
  queryKey: ['spaces'],
  queryFn: ({ signal }) => api.get<readonly Space[]>('/spaces', {}, signal),
});

/** Brands this person holds a right for. */
export const brandsQuery = queryOptions({
  queryKey: ['brands'],
  queryFn: ({ signal }) => api.get<readonly BrandView[]>('/brands', {}, signal),
});
