import { Radio, Textarea } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import type { AlertView } from '@sturmwarte/contracts';
import { NO_EVENT_REASONS, NOTICE_LEVEL, type NoEventReason } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { Decision } from '../ui/decision.js';
import type { useAlertActions } from './use-alert-actions.js';
import classes from './alert-dialogs.module.css';

type Actions = ReturnType<typeof useAlertActions>;

export function NoEventDialog({
  alert,
  close,
  onClose,
}: {
  alert: AlertView;
  close: Actions['close'];
  onClose: () => void;
}) {
  const t = useText();
  const [reason, setReason] = useState<NoEventReason | null>(null);
  const [note, setNote] = useState('');
  return (
    <Decision
      title={t('alerts:dialog.noEventTitle', { topic: alert.topicName })}
      consequence={t('alerts:dialog.noEventText', { level: alert.peakLevel })}
      confirm={t('alerts:dialog.noEventConfirm')}
      busy={close.isPending}
      ready={reason !== null}
      onClose={onClose}
      onConfirm={() =>
        close.mutate(
          { kind: 'no-event', reason, note: note.trim() || null },
          { onSuccess: onClose },
        )
      }
    >
      <Radio.Group
        label={t('alerts:dialog.reason')}
        value={reason}
        onChange={(value) => setReason(value)}
      >
        <div className={classes.reasons}>
          {NO_EVENT_REASONS.map((name) => (
            <Radio key={name} size="md" value={name} label={t(`names:noEventReason.${name}`)} />
          ))}
        </div>
      </Radio.Group>
      <Note value={note} onChange={setNote} />
    </Decision>
  );
}

export function AllClearDialog({
  alert,
  close,
  onClose,
}: {
  alert: AlertView;
  close: Actions['close'];
  onClose: () => void;
}) {
  const t = useText();
  const [note, setNote] = useState('');
  const { level } = alert;
  return (
    <Decision
      title={t('alerts:dialog.allClearTitle', { topic: alert.topicName })}
      consequence={t('alerts:dialog.allClearText')}
      confirm={t('alerts:dialog.allClearConfirm')}
      busy={close.isPending}
      onClose={onClose}
      onConfirm={() =>
        close.mutate(
          { kind: 'all-clear', reason: null, note: note.trim() || null },
          { onSuccess: onClose },
        )
      }
    >
      {level >= NOTICE_LEVEL ? (
        <p className={classes.warning}>
          {t('alerts:dialog.allClearWarning', { level, name: t(`names:level.${level}`) })}
        </p>
      ) : null}
      <Note value={note} onChange={setNote} />
    </Decision>
  );
}

export function ReopenDialog({
  alert,
  reopen,
  onClose,
}: {
  alert: AlertView;
  reopen: Actions['reopen'];
  onClose: () => void;
}) {
  const t = useText();
  return (
    <Decision
      title={t('alerts:dialog.reopenTitle', { topic: alert.topicName })}
      consequence={t('alerts:dialog.reopenText')}
      confirm={t('alerts:dialog.reopenConfirm')}
      busy={reopen.isPending}
      onClose={onClose}
      onConfirm={() => reopen.mutate(undefined, { onSuccess: onClose })}
    />
  );
}

function Note({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useText();
  return (
    <Textarea
      label={t('alerts:dialog.note')}
      maxLength={2_000}
      autosize
      minRows={2}
      maxRows={8}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
