import { queryOptions } from '@tanstack/react-query';
import type { CitedContent } from '@sturmwarte/contracts';
import { api } from '../api/call.js';

/** What was erased must not stay on a screen for long. */
const LOOK_AGAIN_MS = 60_000;

/** What entries of a journal refer to, as it is now. */
export const contentsQuery = (incidentId: number, mentionIds: readonly string[]) =>
  queryOptions({
    queryKey: ['incident-contents', incidentId, mentionIds] as const,
    queryFn: ({ signal }) =>
      api.get<readonly CitedContent[]>(
        `/incidents/${incidentId}/contents`,
        { mentions: mentionIds.join(',') },
        signal,
      ),
    staleTime: LOOK_AGAIN_MS,
    gcTime: LOOK_AGAIN_MS,
    refetchInterval: LOOK_AGAIN_MS,
  });
