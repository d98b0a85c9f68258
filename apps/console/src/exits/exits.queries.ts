import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ExitCreate, ExitMade, ExitTested, ExitView } from '@sturmwarte/contracts';
import { api } from '../api/call.js';
import { useText } from '../language/text.js';
import { useNotice } from '../ui/notice.js';

export const exitsQuery = queryOptions({
  queryKey: ['exits'] as const,
  queryFn: ({ signal }) => api.get<readonly ExitView[]>('/exits', {}, signal),
});

/** Everything administration does to exits; each ends with a fresh list. */
export function useExitActions() {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: exitsQuery.queryKey });
  const common = { onError: notice.refusal, onSettled: refresh };
  return {
    create: useMutation({
      ...common,
      mutationFn: ({ brandId, body }: { brandId: number; body: ExitCreate }) =>
        api.post<ExitMade>(`/brands/${brandId}/exits`, body),
    }),
    change: useMutation({
      ...common,
      mutationFn: ({ id, patch }: { id: number; patch: object }) =>
        api.patch<ExitView>(`/exits/${id}`, patch),
      onSuccess: ({ name }) => notice.done(t('exits:saved', { name })),
    }),
    renew: useMutation({
      ...common,
      mutationFn: (id: number) => api.post<ExitMade>(`/exits/${id}/secret`),
    }),
    test: useMutation({
      ...common,
      mutationFn: (id: number) => api.post<ExitTested>(`/exits/${id}/test`),
    }),
  };
}
