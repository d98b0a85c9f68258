import { queryOptions } from '@tanstack/react-query';
import type { PlaybookSuggestion, PlaybookView } from '@sturmwarte/contracts';
import { api } from '../api/call.js';

export const playbooksQuery = queryOptions({
  queryKey: ['playbooks'] as const,
  queryFn: ({ signal }) => api.get<readonly PlaybookView[]>('/playbooks', {}, signal),
});

/** A playbook as a run is pinned to it: it never changes. */
export const playbookVersionQuery = (hash: string) =>
  queryOptions({
    queryKey: ['playbook-version', hash] as const,
    staleTime: Infinity,
    queryFn: ({ signal }) => api.get<PlaybookView>(`/playbooks/versions/${hash}`, {}, signal),
  });

/** Which playbooks fit an alert, or an incident as it stands. */
export const suggestionsQuery = (of: { readonly alert: number } | { readonly incident: number }) =>
  queryOptions({
    queryKey: ['playbook-suggestions', of] as const,
    queryFn: ({ signal }) =>
      api.get<readonly PlaybookSuggestion[]>('/playbooks/suggestions', of, signal),
  });
