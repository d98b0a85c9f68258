import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TopicPatch, TopicView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { api } from '../api/call.js';
import { LookBackLink } from '../backtest/look-back-link.js';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { useNotice } from '../ui/notice.js';
import { changesOf, draftOf, readDraft } from './draft.js';
import { LeaveGuard, useLeaveGuard } from './leave-guard.js';
import { RemoveTopic } from './remove-topic.js';
import { TopicForm } from './topic-form.js';
import classes from './topic-form.module.css';

/** A known topic in the form. Somebody else's change is taken over, unless something typed would be lost by it. */
export function EditTopic({ topic }: { topic: TopicView }) {
  const t = useText();
  const mayEdit = useMay()('topics.edit', topic.brandId);
  const [base, setBase] = useState(topic);
  const [draft, setDraft] = useState(draftOf(topic));
  const isDirty = JSON.stringify(draft) !== JSON.stringify(draftOf(base));
  const isElsewhere = JSON.stringify(topic) !== JSON.stringify(base);
  const takeOver = (known: TopicView): void => {
    setBase(known);
    setDraft(draftOf(known));
  };
  if (isElsewhere && !isDirty) takeOver(topic);
  const guard = useLeaveGuard(isDirty);
  const save = useSave(topic, takeOver);
  const whole = readDraft(draft);
  const changes = whole === null ? null : changesOf(whole, base);
  return (
    <>
      <TopicForm
        title={<h2>{t('topics:form.editTitle')}</h2>}
        brandId={topic.brandId}
        draft={draft}
        onDraft={setDraft}
        submit={t('app:action.save')}
        busy={save.isPending}
        ready={changes !== null}
        onSubmit={() => changes !== null && save.mutate(changes)}
        lookBack={mayEdit ? <LookBackLink topic={base} draft={whole} isDirty={isDirty} /> : null}
        notes={
          <>
            {isElsewhere && isDirty ? (
              <p className={classes.note} role="status">
                {t('topics:form.changedElsewhere')}{' '}
                <Button variant="default" onClick={() => takeOver(topic)}>
                  {t('topics:form.takeOver')}
                </Button>
              </p>
            ) : null}
            {changes?.query !== undefined ? (
              <p className={classes.note}>{t('topics:form.queryChanged')}</p>
            ) : null}
            {changes?.active === false ? (
              <p className={classes.note}>{t('topics:form.restNow')}</p>
            ) : null}
          </>
        }
        buttons={
          <>
            {mayEdit ? (
              <span className={classes.remove}>
                <RemoveTopic topic={topic} onRemoved={guard.release} />
              </span>
            ) : null}
            {isDirty ? (
              <>
                <span className={classes.dim}>{t('topics:form.dirty')}</span>
                <Button variant="default" onClick={() => takeOver(topic)}>
                  {t('topics:form.discard')}
                </Button>
              </>
            ) : null}
          </>
        }
      />
      <LeaveGuard guard={guard} name={topic.name} />
    </>
  );
}

function useSave(topic: TopicView, done: (saved: TopicView) => void) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (patch: TopicPatch) => api.patch<TopicView>(`/topics/${topic.id}`, patch),
    onSuccess: (saved) => {
      client.setQueryData<readonly TopicView[]>(['topics', saved.spaceId], (topics) =>
        topics?.map((other) => (other.id === saved.id ? saved : other)),
      );
      done(saved);
      notice.done(t('topics:form.saved', { name: saved.name }));
    },
    onError: notice.refusal,
    onSettled: () => client.invalidateQueries({ queryKey: ['topics'] }),
  });
}
