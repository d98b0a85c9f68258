import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { OrderDialog } from './order-dialog.js';
import { useRoom } from './room-context.js';

export function RenameDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { incident } = useRoom();
  const [title, setTitle] = useState(incident.title);
  const wanted = title.trim();
  return (
    <OrderDialog
      title={t('room:rename.title')}
      consequence={t('room:rename.text')}
      confirm={t('room:rename.confirm')}
      order={wanted === '' || wanted === incident.title ? null : { type: 'rename', title: wanted }}
      onClose={onClose}
    >
      <TextInput
        label={t('incidents:open.name')}
        maxLength={200}
        data-autofocus
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
    </OrderDialog>
  );
}
