import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { OrderDialog } from './order-dialog.js';
import { useRoom } from './room-context.js';
import { TimeField } from './time-field.js';
import { WordsField } from './words-field.js';

/** The first public answer, once: it stops both of its clocks. */
export function FirstResponseDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { now } = useRoom();
  const [saidAt, setSaidAt] = useState<string | null>(() =>
    new Date(Math.floor(now() / 60_000) * 60_000).toISOString(),
  );
  const [channel, setChannel] = useState('');
  const [proof, setProof] = useState('');
  const ready = channel.trim() !== '' && proof.trim() !== '';
  return (
    <OrderDialog
      title={t('clocks:response.title')}
      consequence={t('clocks:response.text')}
      confirm={t('clocks:response.confirm')}
      order={
        saidAt === null || !ready
          ? null
          : {
              type: 'give-first-response',
              saidAt,
              channel: channel.trim(),
              proof: proof.trim(),
            }
      }
      onClose={onClose}
    >
      <TimeField label={t('clocks:response.saidAt')} value={saidAt} onChange={setSaidAt} />
      <TextInput
        label={t('clocks:response.channel')}
        maxLength={200}
        value={channel}
        onChange={(event) => setChannel(event.currentTarget.value)}
      />
      <WordsField value={proof} onChange={setProof} label={t('room:proof')} />
    </OrderDialog>
  );
}
