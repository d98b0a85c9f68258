import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { AlertView, closeAlertSchema } from '@sturmwarte/contracts';
import type { z } from 'zod';
import { api } from '../api/call.js';
import { Refusal } from '../api/refusal.js';
import { useRefusalText } from '../api/refusal-text.js';
import { putAlert } from '../app/live-cache.js';
import { useText } from '../language/text.js';
import { useLive } from '../live/live-context.js';
import { useSession } from '../session/session.js';
import { useNotice } from '../ui/notice.js';

type Close = z.input<typeof closeAlertSchema>;
type Change<T> = UseMutationResult<AlertView, Error, T>;

/** What a person does to an alert. The server's answer goes into the cache at once; a refusal says who was first. */
export function useAlertActions(alert: AlertView): {
  readonly acknowledge: Change<void>;
  readonly close: Change<Close>;
  readonly note: Change<string>;
  readonly reopen: Change<void>;
} {
  const t = useText();
  const client = useQueryClient();
  const live = useLive();
  const notice = useNotice();
  const refusalText = useRefusalText();
  const { person } = useSession();
  const path = `/alerts/${alert.id}`;

  const settle = (sentence?: string) => ({
    onSuccess: (changed: AlertView) => {
      putAlert(client, changed);
      void client.invalidateQueries({ queryKey: ['alert', alert.id] });
      if (sentence) notice.done(sentence);
    },
    onError: (problem: Error) => {
      notice.refusal(problem);
      void client.invalidateQueries({ queryKey: ['alert', alert.id] });
    },
  });

  const acknowledge = useMutation({
    mutationFn: () => api.post<AlertView>(`${path}/acknowledge`, {}),
    // Shown before the server agrees; the version stays, so any real news wins over the guess.
    onMutate: () => {
      const at = new Date(live.serverNow()).toISOString();
      const by = { id: person.id, name: person.name };
      putAlert(client, { ...alert, state: 'acknowledged', acknowledgedAt: at, acknowledgedBy: by });
      return alert;
    },
    onSuccess: settle(t('alerts:action.done.acknowledged')).onSuccess,
    onError: (problem, _nothing, before) => {
      // As it was before the guess; by now `alert` is the guess itself.
      if (before) putAlert(client, before);
      void client.invalidateQueries({ queryKey: ['alerts'] });
      void client.invalidateQueries({ queryKey: ['alert', alert.id] });
      void client.invalidateQueries({ queryKey: ['board', alert.spaceId] });
      const wasSecond = problem instanceof Refusal && problem.code === 'already-acknowledged';
      if (!wasSecond) notice.refusal(problem);
      else notice.warning(t('alerts:action.firstWas', { sentence: refusalText(problem) }));
    },
  });
  const close = useMutation({
    mutationFn: (request: Close) => api.post<AlertView>(`${path}/close`, request),
    ...settle(t('alerts:action.done.closed')),
  });
  const note = useMutation({
    mutationFn: (text: string) => api.post<AlertView>(`${path}/notes`, { note: text }),
    ...settle(),
  });
  const reopen = useMutation({
    mutationFn: () => api.post<AlertView>(`${path}/reopen`),
    ...settle(t('alerts:action.done.reopened')),
  });
  return { acknowledge, close, note, reopen };
}
