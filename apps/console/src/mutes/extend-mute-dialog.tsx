import { Textarea } from '@mantine/core';
import type { MuteView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Decision } from '../ui/decision.js';
import { muteName } from './mute-name.js';
import { useMuteActions } from './mutes.queries.js';
import classes from './mutes.module.css';
import { isFitting, UntilField } from './until-field.js';

const LEAST = 3;

export function ExtendMuteDialog({ mute, onClose }: { mute: MuteView; onClose: () => void }) {
  const t = useText();
  const now = useSpaceClock();
  const { extend } = useMuteActions();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string | null>(mute.until);
  const { id, subject } = mute;
  const name = muteName(mute, t);
  return (
    <Decision
      title={t('mutes:extendTitle', { name })}
      consequence={subject.kind === 'topic' ? t('mutes:extendText') : t('mutes:extendQuietText')}
      confirm={t('mutes:extend')}
      busy={extend.isPending}
      ready={until !== null && isFitting(until, now) && reason.trim().length >= LEAST}
      onClose={onClose}
      onConfirm={() => {
        if (until === null) return;
        extend.mutate({ id, until, reason: reason.trim() }, { onSuccess: onClose });
      }}
    >
      <div className={classes.form}>
        <Textarea
          label={t('mutes:dialog.reason')}
          required
          data-autofocus
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <UntilField now={now} value={until} onChange={setUntil} />
      </div>
    </Decision>
  );
}
