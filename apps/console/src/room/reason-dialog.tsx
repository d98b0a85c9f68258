import { useState } from 'react';
import type { OrderInput } from '../incidents/use-order.js';
import { OrderDialog } from './order-dialog.js';
import { WordsField } from './words-field.js';

/** An order that needs nothing but a reason. */
export function ReasonDialog({
  title,
  consequence,
  confirm,
  label,
  order,
  onClose,
}: {
  title: string;
  consequence: string;
  confirm: string;
  /** Of the field, where it is not simply the reason. */
  label?: string;
  order: (reason: string) => OrderInput;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const words = reason.trim();
  return (
    <OrderDialog
      {...{ title, consequence, confirm, onClose }}
      order={words === '' ? null : order(words)}
    >
      <WordsField value={reason} onChange={setReason} autoFocus {...(label ? { label } : {})} />
    </OrderDialog>
  );
}
