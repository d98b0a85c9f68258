import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  IntakeReceipt,
  RejectRow,
  SourceCreate,
  SourcePatch,
  SourceView,
  TokenView,
} from '@sturmwarte/contracts';
import { api } from '../api/call.js';
import { useText } from '../language/text.js';
import { useNotice } from '../ui/notice.js';

export interface SourceMade {
  readonly source: SourceView;
  readonly token: string;
}
export interface TokenMade {
  readonly view: TokenView;
  readonly token: string;
}

export const rejectsQuery = (sourceId: number) =>
  queryOptions({
    queryKey: ['rejects', sourceId],
    queryFn: ({ signal }) =>
      api.get<readonly RejectRow[]>(`/sources/${sourceId}/rejects`, {}, signal),
  });

/** Everything administration does to sources; each ends with a fresh list. */
export function useSourceActions() {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['sources'] });
  const common = { onError: notice.refusal, onSettled: refresh };
  return {
    create: useMutation({
      ...common,
      mutationFn: (body: SourceCreate) => api.post<SourceMade>('/sources', body),
    }),
    change: useMutation({
      ...common,
      mutationFn: ({ id, patch }: { id: number; patch: SourcePatch }) =>
        api.patch<SourceView>(`/sources/${id}`, patch),
      onSuccess: (source) => notice.done(t('sources:saved', { name: source.name })),
    }),
    addToken: useMutation({
      ...common,
      mutationFn: (id: number) => api.post<TokenMade>(`/sources/${id}/tokens`),
    }),
    revokeToken: useMutation({
      ...common,
      mutationFn: ({ id, tokenId }: { id: number; tokenId: number }) =>
        api.remove<TokenView>(`/sources/${id}/tokens/${tokenId}`),
    }),
  };
}

/** The whole file; answered once everything of it is stored or named. */
export function uploadFile(sourceId: number, file: File): Promise<IntakeReceipt> {
  const isCsv = /\.(csv|tsv)$/i.test(file.name) || file.type === 'text/csv';
  const type = isCsv ? 'text/csv' : 'application/x-ndjson';
  return api.send<IntakeReceipt>(`/sources/${sourceId}/upload`, file, type);
}
