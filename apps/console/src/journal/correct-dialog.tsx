import { useState } from 'react';
import { useText } from '../language/text.js';
import { OrderDialog } from '../room/order-dialog.js';
import { WordsField } from '../room/words-field.js';

/** Says anew what an entry should have said. The entry itself stays as it was. */
export function CorrectDialog({
  seq,
  before,
  onClose,
}: {
  seq: number;
  before: string;
  onClose: () => void;
}) {
  const t = useText();
  const [text, setText] = useState(before);
  const [reason, setReason] = useState('');
  const isComplete = text.trim() !== '' && text.trim() !== before && reason.trim() !== '';
  return (
    <OrderDialog
      title={t('journal:correct.title', { entry: seq })}
      consequence={t('journal:correct.text')}
      confirm={t('journal:correct.button')}
      order={
        isComplete
          ? { type: 'correct-entry', entry: seq, text: text.trim(), reason: reason.trim() }
          : null
      }
      onClose={onClose}
    >
      <WordsField value={text} onChange={setText} label={t('journal:correct.label')} autoFocus />
      <WordsField value={reason} onChange={setReason} />
    </OrderDialog>
  );
}
