import { NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TopicCreate, TopicView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { api } from '../api/call.js';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { useSpace, useSpaceId } from '../spaces/use-space.js';
import { useNotice } from '../ui/notice.js';
import { onDemand } from '../ui/on-demand.js';
import { EMPTY_DRAFT, readDraft } from './draft.js';
import { LeaveGuard, useLeaveGuard } from './leave-guard.js';
import { BackLink } from './topic.page.js';
import classes from './topic.page.module.css';
import { TopicForm } from './topic-form.js';

const DraftLookBack = onDemand(
  async () => (await import('../backtest/draft-look-back.js')).DraftLookBack,
);

/** A topic that does not exist yet. */
export function NewTopicPage() {
  const t = useText();
  const may = useMay();
  const spaceId = useSpaceId();
  const space = useSpace();
  const { data: brands = [] } = useQuery(brandsQuery);
  const mine = brands.filter(({ id }) => may('topics.edit', id) && (space?.brandId ?? id) === id);
  const [chosen, setChosen] = useState<number | null>(null);
  const brandId = chosen ?? mine[0]?.id ?? null;
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const guard = useLeaveGuard(JSON.stringify(draft) !== JSON.stringify(EMPTY_DRAFT));
  const create = useCreate(guard.release);
  const whole = readDraft(draft);
  return (
    <div className={classes.topic}>
      <BackLink />
      <TopicForm
        title={<h1>{t('topics:form.addTitle')}</h1>}
        brandId={brandId}
        draft={draft}
        onDraft={setDraft}
        submit={t('topics:form.add')}
        busy={create.isPending}
        ready={whole !== null && brandId !== null}
        onSubmit={() => {
          if (whole !== null && brandId !== null) create.mutate({ ...whole, brandId, spaceId });
        }}
        lookBack={<DraftLookBack brandId={brandId} draft={whole} />}
        first={
          mine.length > 1 ? (
            <NativeSelect
              label={t('topics:form.brand')}
              value={brandId ?? ''}
              onChange={(event) => setChosen(Number(event.currentTarget.value))}
              data={mine.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          ) : null
        }
      />
      <LeaveGuard guard={guard} name={draft.name.trim() || t('topics:form.addTitle')} />
    </div>
  );
}

function useCreate(release: () => void) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (request: TopicCreate) => api.post<TopicView>('/topics', request),
    onSuccess: async (made) => {
      notice.done(t('topics:form.added', { name: made.name }));
      client.setQueryData<readonly TopicView[]>(['topics', made.spaceId], (topics) =>
        topics ? [...topics.filter(({ id }) => id !== made.id), made] : topics,
      );
      void client.invalidateQueries({ queryKey: ['topics'] });
      release();
      await navigate({
        to: '/topics/$topicId',
        params: { topicId: made.id },
        search: (before) => before as never,
      });
    },
    onError: notice.refusal,
  });
}
