import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BacktestLabel, LabelCreate } from '@sturmwarte/contracts';
import { api } from '../api/call.js';
import { readAnew } from '../app/read-again.js';
import { useText } from '../language/text.js';
import { useNotice } from '../ui/notice.js';

/** Saying what a stretch was, and taking it back. */
export function useLabels(topicId: number) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const onSettled = (): void => {
    readAnew(client, { queryKey: ['backtest', topicId] });
    readAnew(client, { queryKey: ['sensitivity-proposal', topicId] });
  };
  const add = useMutation({
    mutationFn: (label: LabelCreate) => api.post<BacktestLabel>(`/topics/${topicId}/labels`, label),
    onSuccess: () => notice.done(t('backtest:form.saved')),
    onError: notice.refusal,
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (id: number) => api.remove(`/topics/${topicId}/labels/${id}`),
    onSuccess: () => notice.done(t('backtest:labels.removed')),
    onError: notice.refusal,
    onSettled,
  });
  return { add, remove };
}
