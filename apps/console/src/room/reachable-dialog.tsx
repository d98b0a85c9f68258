import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { OrderDialog } from './order-dialog.js';

/** Says for oneself whether one can be reached. */
export function ReachableDialog({
  reachable,
  onClose,
}: {
  reachable: boolean;
  onClose: () => void;
}) {
  const t = useText();
  const [note, setNote] = useState('');
  return (
    <OrderDialog
      title={t(reachable ? 'room:team.iAmBack' : 'room:team.iAmAway')}
      consequence={t(reachable ? 'room:team.backText' : 'room:team.awayText')}
      confirm={t('room:team.say')}
      order={{ type: 'say-reachable', reachable, note: note.trim() === '' ? null : note.trim() }}
      onClose={onClose}
    >
      <TextInput
        label={t('room:team.note')}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </OrderDialog>
  );
}
