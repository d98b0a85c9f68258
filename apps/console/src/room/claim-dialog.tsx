import { TextInput } from '@mantine/core';
import type { LedgerStanding } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { needsSource } from './needs-source.js';
import { OrderDialog } from './order-dialog.js';
import { StandingField } from './standing-field.js';
import { WordsField } from './words-field.js';

/** A new line of the fact ledger; what is called certain says by what. */
export function ClaimDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [text, setText] = useState('');
  const [standing, setStanding] = useState<LedgerStanding>('open');
  const [source, setSource] = useState('');
  const from = source.trim() === '' ? null : source.trim();
  const isComplete = text.trim() !== '' && (from !== null || !needsSource(standing));
  return (
    <OrderDialog
      title={t('room:ledger.recordTitle')}
      consequence={t('room:ledger.recordText')}
      confirm={t('room:ledger.record')}
      order={
        isComplete ? { type: 'record-claim', text: text.trim(), standing, source: from } : null
      }
      onClose={onClose}
    >
      <WordsField value={text} onChange={setText} label={t('room:ledger.claim')} autoFocus />
      <StandingField value={standing} onChange={setStanding} />
      <TextInput
        label={t('room:ledger.source')}
        description={needsSource(standing) ? t('room:ledger.sourceNeeded') : undefined}
        maxLength={500}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
    </OrderDialog>
  );
}
