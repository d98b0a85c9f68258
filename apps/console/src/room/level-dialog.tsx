import { NativeSelect } from '@mantine/core';
import { levelInForce, LEVELS, type Level } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { OrderDialog } from './order-dialog.js';
import { useRoom } from './room-context.js';
import { WordsField } from './words-field.js';

/** The wind set by hand; what the alerts say stays visible beside it. */
export function LevelDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { incident } = useRoom();
  const [level, setLevel] = useState<Level>(levelInForce(incident));
  const [reason, setReason] = useState('');
  const isNew = level !== levelInForce(incident) || incident.level.override === null;
  return (
    <OrderDialog
      title={t('room:level.title')}
      consequence={t('room:level.text', { automatic: incident.level.automatic })}
      confirm={t('room:level.confirm', { level })}
      order={
        reason.trim() === '' || !isNew
          ? null
          : { type: 'override-level', level, reason: reason.trim() }
      }
      onClose={onClose}
    >
      <NativeSelect
        label={t('room:level.label')}
        value={level}
        onChange={(event) =>
          setLevel(LEVELS.find((one) => String(one) === event.currentTarget.value) ?? level)
        }
        data={LEVELS.map((one) => ({
          value: String(one),
          label: `${one} ${t(`names:level.${one}`)}`,
        }))}
      />
      <WordsField value={reason} onChange={setReason} />
    </OrderDialog>
  );
}
