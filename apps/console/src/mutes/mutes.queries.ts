import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type { MuteCreate, MuteDetail, MuteView } from '@sturmwarte/contracts';
import { readAnew } from '../app/read-again.js';
import { api } from '../api/call.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useNotice } from '../ui/notice.js';
import { muteName } from './mute-name.js';
import type { MuteSearch } from './mute-search.js';

const MOST_OPEN = 200;
const PAGE = 25;

/** Those that stand or will: what every page tells of. */
export const mutesQuery = (spaceId: number) =>
  queryOptions({
    queryKey: ['mutes', spaceId] as const,
    queryFn: ({ signal }) =>
      api.get<readonly MuteView[]>(
        '/mutes',
        { space: spaceId, state: 'open', limit: MOST_OPEN },
        signal,
      ),
  });

/** Those that are over, newest first, as many as somebody wants to see. */
export const overMutesQuery = (spaceId: number, { text, kind }: MuteSearch) =>
  infiniteQueryOptions({
    queryKey: ['mutes', spaceId, 'over', text, kind] as const,
    initialPageParam: null as number | null,
    queryFn: ({ pageParam: before, signal }) =>
      api.get<readonly MuteView[]>(
        '/mutes',
        { space: spaceId, state: 'over', limit: PAGE, before, q: text || null, kind },
        signal,
      ),
    getNextPageParam: (last) => (last.length < PAGE ? null : (last.at(-1)?.id ?? null)),
    placeholderData: keepPreviousData,
  });

export const muteQuery = (id: number) =>
  queryOptions({
    queryKey: ['mute', id] as const,
    queryFn: ({ signal }) => api.get<MuteDetail>(`/mutes/${id}`, {}, signal),
  });

/** Everything people do to mutes; each ends with a fresh list. */
export function useMuteActions() {
  const t = useText();
  const format = useFormat();
  const notice = useNotice();
  const client = useQueryClient();
  const common = {
    onError: notice.refusal,
    onSettled: () => {
      readAnew(client, { queryKey: ['mutes'] });
      readAnew(client, { queryKey: ['mute'] });
    },
  };
  return {
    set: useMutation({
      ...common,
      mutationFn: (values: MuteCreate) => api.post<MuteView>('/mutes', values),
      onSuccess: ({ until, ...mute }) =>
        notice.done(t('mutes:done.set', { name: muteName(mute, t), time: format.dateTime(until) })),
    }),
    extend: useMutation({
      ...common,
      mutationFn: ({ id, ...body }: { id: number; until: string; reason: string }) =>
        api.post<MuteView>(`/mutes/${id}/extend`, body),
      onSuccess: ({ until, ...mute }) =>
        notice.done(
          t('mutes:done.extended', { name: muteName(mute, t), time: format.dateTime(until) }),
        ),
    }),
    end: useMutation({
      ...common,
      mutationFn: ({ id, reason }: { id: number; reason: string | null }) =>
        api.post<MuteView>(`/mutes/${id}/end`, { reason }),
      onSuccess: (mute) => notice.done(t('mutes:done.ended', { name: muteName(mute, t) })),
    }),
  };
}
