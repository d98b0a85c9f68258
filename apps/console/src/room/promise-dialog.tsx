import { useState } from 'react';
import { useText } from '../language/text.js';
import { OrderDialog } from './order-dialog.js';
import { useRoom } from './room-context.js';
import { TimeField } from './time-field.js';
import { WordsField } from './words-field.js';

const HOUR_MS = 3_600_000;

/** The next update, promised with its time; from then on a clock of its own. */
export function PromiseDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { now } = useRoom();
  const [due, setDue] = useState<string | null>(() => new Date(now() + HOUR_MS).toISOString());
  const [text, setText] = useState('');
  return (
    <OrderDialog
      title={t('clocks:promise.newTitle')}
      consequence={t('clocks:promise.newText')}
      confirm={t('clocks:promise.confirm')}
      order={
        due === null || text.trim() === ''
          ? null
          : { type: 'promise-update', due, text: text.trim() }
      }
      onClose={onClose}
    >
      <TimeField label={t('clocks:promise.due')} value={due} onChange={setDue} />
      <WordsField value={text} onChange={setText} label={t('clocks:promise.what')} />
    </OrderDialog>
  );
}
