import { Textarea } from '@mantine/core';
import { levelInForce, nextStatusMs, statusEveryMinutes, type Incident } from '@sturmwarte/domain';
import { useState } from 'react';
import { useOrder } from '../incidents/use-order.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';
import { DueField } from './due-field.js';

const MEASURES = 10;
const MEASURE_LENGTH = 120;

/** The status the executives read: the situation, what we do, when the next one comes. */
export function StatusUpdateDialog({
  id,
  incident,
  onClose,
}: {
  id: number;
  incident: Incident;
  onClose: () => void;
}) {
  const t = useText();
  const notice = useNotice();
  const order = useOrder(id);
  const now = useSpaceClock();
  const level = levelInForce(incident);
  const minutes = statusEveryMinutes(level);
  const [suggested] = useState(() => isoOf(nextStatusMs(now, level)));
  const [summary, setSummary] = useState(incident.status?.summary ?? '');
  const [doing, setDoing] = useState((incident.status?.doing ?? []).join('\n'));
  const [nextDue, setNextDue] = useState(suggested);
  const measures = doing
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const mistake =
    measures.length > MEASURES
      ? t('executive:status.tooMany')
      : measures.some((line) => line.length > MEASURE_LENGTH)
        ? t('executive:status.tooLong', { max: MEASURE_LENGTH })
        : null;
  const isPast = nextDue !== null && Date.parse(nextDue) <= now;
  return (
    <Decision
      title={t('executive:status.title')}
      consequence={t('executive:status.text')}
      confirm={t('executive:status.confirm')}
      busy={order.isPending}
      ready={summary.trim() !== '' && mistake === null && !isPast}
      onClose={onClose}
      onConfirm={() =>
        order.mutate(
          { type: 'update-status', summary: summary.trim(), doing: measures, nextDue },
          {
            onSuccess: () => {
              notice.done(t('executive:status.done'));
              onClose();
            },
            onError: notice.refusal,
          },
        )
      }
    >
      <Textarea
        label={t('executive:status.summary')}
        required
        withAsterisk={false}
        maxLength={2_000}
        autosize
        minRows={3}
        maxRows={10}
        data-autofocus
        value={summary}
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      <Textarea
        label={t('executive:status.doing')}
        autosize
        minRows={3}
        maxRows={12}
        error={mistake}
        value={doing}
        onChange={(event) => setDoing(event.currentTarget.value)}
      />
      <DueField
        label={t('executive:status.next')}
        description={
          minutes === null
            ? t('executive:status.noCadence')
            : t('executive:status.cadence', { level, minutes })
        }
        error={isPast ? t('executive:status.past') : null}
        initial={suggested}
        onChange={setNextDue}
      />
    </Decision>
  );
}

function isoOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
