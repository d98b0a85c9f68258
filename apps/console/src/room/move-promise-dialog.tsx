import type { UpdatePromise } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { OrderDialog } from './order-dialog.js';
import { TimeField } from './time-field.js';
import { WordsField } from './words-field.js';

export function MovePromiseDialog({
  promise,
  onClose,
}: {
  promise: UpdatePromise;
  onClose: () => void;
}) {
  const t = useText();
  const [due, setDue] = useState<string | null>(promise.due);
  const [reason, setReason] = useState('');
  return (
    <OrderDialog
      title={t('clocks:promise.moveTitle')}
      consequence={t('clocks:promise.moveText')}
      confirm={t('clocks:promise.move')}
      order={
        due === null || due === promise.due || reason.trim() === ''
          ? null
          : { type: 'move-update', promise: promise.id, due, reason: reason.trim() }
      }
      onClose={onClose}
    >
      <TimeField label={t('clocks:promise.due')} value={promise.due} onChange={setDue} />
      <WordsField value={reason} onChange={setReason} />
    </OrderDialog>
  );
}
