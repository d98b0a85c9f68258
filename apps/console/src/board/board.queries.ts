import { queryOptions } from '@tanstack/react-query';
import type { Board, SourceView } from '@sturmwarte/contracts';
import { api } from '../api/call.js';

export const boardQuery = (spaceId: number) =>
  queryOptions({
    queryKey: ['board', spaceId] as const,
    queryFn: ({ signal }) => api.get<Board>('/board', { space: spaceId }, signal),
  });

export const sourcesQuery = (spaceId: number) =>
  queryOptions({
    queryKey: ['sources', spaceId] as const,
    queryFn: ({ signal }) => api.get<readonly SourceView[]>('/sources', { space: spaceId }, signal),
  });
