import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/call.js';
import { useText } from '../language/text.js';
import { useNotice } from '../ui/notice.js';
import { factorsQuery } from './factors.queries.js';

/** Takes one factor away. `path` below one's own factors, `name` as the list shows it. */
export function useRemoveFactor(path: string, name: string, done: () => void) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.remove<void>(`/me/factors/${path}`),
    onSuccess: () => {
      notice.done(t('proof:factors.removed', { name }));
      done();
    },
    onError: notice.refusal,
    onSettled: () => client.invalidateQueries(factorsQuery),
  });
}
