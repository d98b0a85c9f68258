import { useState } from 'react';
import { useText } from '../language/text.js';
import { IncidentField } from './incident-field.js';
import { OrderDialog } from './order-dialog.js';
import { useRoom } from './room-context.js';

/** Two incidents that have to do with each other stay two, and name each other. */
export function LinkDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { incident } = useRoom();
  const [other, setOther] = useState<number | null>(null);
  return (
    <OrderDialog
      title={t('room:link.title')}
      consequence={t('room:link.text')}
      confirm={t('room:link.confirm')}
      order={other === null ? null : { type: 'link', other: { id: other } }}
      onClose={onClose}
    >
      <IncidentField
        value={other}
        onChange={setOther}
        without={incident.links.map(({ id }) => id)}
      />
    </OrderDialog>
  );
}
