import { useState } from 'react';
import { useText } from '../language/text.js';
import { OrderDialog } from './order-dialog.js';
import { PersonField } from './person-field.js';
import { WordsField } from './words-field.js';

export function AskDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [to, setTo] = useState<number | null>(null);
  const [text, setText] = useState('');
  return (
    <OrderDialog
      title={t('room:questions.askTitle')}
      consequence={t('room:questions.askText')}
      confirm={t('room:questions.ask')}
      order={
        to === null || text.trim() === ''
          ? null
          : { type: 'ask-question', to: { id: to }, text: text.trim() }
      }
      onClose={onClose}
    >
      <PersonField
        label={t('room:questions.to')}
        nobody={t('room:choosePerson')}
        value={to}
        onChange={setTo}
      />
      <WordsField value={text} onChange={setText} label={t('room:questions.label')} />
    </OrderDialog>
  );
}
