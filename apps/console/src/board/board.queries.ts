import { queryOptions } from '@tanstack/react-query';
import type { Board, SourceView } from '@sturmwarte/contracts';
import { LIVE_SPACE_ID } from '@sturmwarte/domain';
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
    // Only a change of state is pushed; when a source was last heard is asked for.
    refetchInterval: spaceId === LIVE_SPACE_ID ? 15_000 : 3_000,
  });
