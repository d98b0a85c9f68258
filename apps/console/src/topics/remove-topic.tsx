import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TopicView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { api } from '../api/call.js';
import { Refusal } from '../api/refusal.js';
import { useText } from '../language/text.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';
import { RightButton } from '../ui/right-button.js';

/** Removes a topic for good. One with alerts keeps its history: it can only rest, which is offered then. */
export function RemoveTopic({ topic, onRemoved }: { topic: TopicView; onRemoved: () => void }) {
  const t = useText();
  const { name } = topic;
  const [asking, setAsking] = useState(false);
  const [alerts, setAlerts] = useState<number | null>(null);
  const close = (): void => {
    setAsking(false);
    setAlerts(null);
  };
  const { remove, rest } = useRemoval(topic, { onRemoved, onAlerts: setAlerts, onDone: close });
  return (
    <>
      <RightButton
        right="topics.edit"
        brandId={topic.brandId}
        variant="default"
        onClick={() => setAsking(true)}
      >
        {t('topics:remove.open')}
      </RightButton>
      {asking && alerts === null ? (
        <Decision
          title={t('topics:remove.title', { name })}
          consequence={t('topics:remove.text')}
          confirm={t('topics:remove.confirm')}
          busy={remove.isPending}
          onClose={close}
          onConfirm={() => remove.mutate()}
        />
      ) : null}
      {asking && alerts !== null ? (
        <Decision
          title={t('topics:remove.title', { name })}
          consequence={t('topics:remove.hasAlerts', { count: alerts })}
          confirm={t('topics:remove.rest')}
          busy={rest.isPending}
          ready={topic.active}
          onClose={close}
          onConfirm={() => rest.mutate()}
        />
      ) : null}
    </>
  );
}

function useRemoval(
  topic: TopicView,
  {
    onRemoved,
    onAlerts,
    onDone,
  }: { onRemoved: () => void; onAlerts: (count: number) => void; onDone: () => void },
) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const navigate = useNavigate();
  const refresh = () => client.invalidateQueries({ queryKey: ['topics'] });
  const remove = useMutation({
    mutationFn: () => api.remove<void>(`/topics/${topic.id}`),
    onSuccess: async () => {
      notice.done(t('topics:remove.done', { name: topic.name }));
      onRemoved();
      onDone();
      await navigate({ to: '/topics', search: (before) => before as never });
      await refresh();
    },
    onError: (problem) => {
      const alerts = problem instanceof Refusal ? Number(problem.params['alerts']) : Number.NaN;
      if (alerts > 0) onAlerts(alerts);
      else notice.refusal(problem);
    },
  });
  const rest = useMutation({
    mutationFn: () => api.patch<TopicView>(`/topics/${topic.id}`, { active: false }),
    onSuccess: (saved) => {
      notice.done(t('topics:form.saved', { name: saved.name }));
      onDone();
    },
    onError: notice.refusal,
    onSettled: refresh,
  });
  return { remove, rest };
}
