import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { useQuery } from '@tanstack/react-query';
import type { TopicView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpaceId } from '../spaces/use-space.js';
import { topicsQuery } from '../topics/topics.queries.js';
import { Decision } from '../ui/decision.js';
import { useMuteActions } from './mutes.queries.js';
import classes from './mutes.module.css';
import { useStandingMutes } from './standing-mutes.js';
import { isFitting, UntilField } from './until-field.js';

const HOUR_MS = 3_600_000;
const MOST = 500;
const LEAST = 3;

/** A topic, a reason, an end. */
export function SetMuteDialog({
  topic,
  onClose,
}: {
  /** Null: to be chosen here. */
  topic: TopicView | null;
  onClose: () => void;
}) {
  const t = useText();
  const may = useMay();
  const now = useSpaceClock();
  const { data: topics = [] } = useQuery(topicsQuery(useSpaceId()));
  const muted = useStandingMutes();
  // What is muted already would be refused.
  const mine = topics.filter(
    ({ id, brandId, active }) => active && !muted.has(id) && may('mute.set', brandId),
  );
  const { set } = useMuteActions();
  const [chosen, setChosen] = useState<number | null>(topic?.id ?? null);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string | null>(() =>
    new Date(now + 4 * HOUR_MS).toISOString(),
  );
  const [breaksThrough, setBreaks] = useState(true);
  const topicId = chosen ?? mine[0]?.id ?? null;
  const ready =
    topicId !== null && reason.trim().length >= LEAST && until !== null && isFitting(until, now);
  return (
    <Decision
      title={topic ? t('mutes:dialog.title', { name: topic.name }) : t('mutes:dialog.chooseTitle')}
      consequence={t('mutes:dialog.text')}
      confirm={t('mutes:dialog.confirm')}
      busy={set.isPending}
      ready={ready}
      onClose={onClose}
      onConfirm={() => {
        if (topicId === null || until === null) return;
        const subject = { kind: 'topic', topicId } as const;
        set.mutate(
          { subject, reason: reason.trim(), until, breaksThrough },
          { onSuccess: onClose },
        );
      }}
    >
      <div className={classes.form}>
        {topic === null ? (
          <NativeSelect
            label={t('mutes:dialog.topic')}
            description={mine.length === 0 ? t('mutes:dialog.noneLeft') : null}
            value={String(topicId ?? '')}
            data={mine.map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
          />
        ) : null}
        <Textarea
          label={t('mutes:dialog.reason')}
          description={t('mutes:dialog.reasonHint')}
          required
          data-autofocus
          autosize
          minRows={2}
          maxLength={MOST}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <UntilField now={now} value={until} onChange={setUntil} />
        <Checkbox
          label={t('mutes:dialog.breaks')}
          description={t('mutes:dialog.breaksHint')}
          checked={breaksThrough}
          onChange={(event) => setBreaks(event.currentTarget.checked)}
        />
      </div>
    </Decision>
  );
}
