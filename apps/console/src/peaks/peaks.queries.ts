import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { PeakValues, PeakView } from '@sturmwarte/contracts';
import { readAnew } from '../app/read-again.js';
import { api } from '../api/call.js';
import { useText } from '../language/text.js';
import { useNotice } from '../ui/notice.js';

export const peaksQuery = (spaceId: number) =>
  queryOptions({
    queryKey: ['peaks', spaceId] as const,
    queryFn: ({ signal }) => api.get<readonly PeakView[]>('/peaks', { space: spaceId }, signal),
  });

/** Everything people do to planned peaks; each ends with a fresh list and fresh curves. */
export function usePeakActions() {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const common = {
    onError: notice.refusal,
    onSettled: () => {
      readAnew(client, { queryKey: ['peaks'] });
      readAnew(client, { queryKey: ['topic-curve'] });
    },
  };
  return {
    save: useMutation({
      ...common,
      mutationFn: ({ id, values }: { id: number | null; values: PeakValues }) =>
        id === null
          ? api.post<PeakView>('/peaks', values)
          : api.put<PeakView>(`/peaks/${id}`, values),
      onSuccess: ({ title }) => notice.done(t('peaks:saved', { title })),
    }),
    remove: useMutation({
      ...common,
      mutationFn: (id: number) => api.remove(`/peaks/${id}`),
      onSuccess: () => notice.done(t('peaks:removed')),
    }),
  };
}
