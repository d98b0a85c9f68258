import { TextInput } from '@mantine/core';
import type { Claim, LedgerStanding } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { needsSource } from './needs-source.js';
import { OrderDialog } from './order-dialog.js';
import panel from './panel.module.css';
import { StandingField } from './standing-field.js';
import { WordsField } from './words-field.js';

/** A claim becomes certain, is refuted, or falls back: with the reason. */
export function MoveClaimDialog({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const t = useText();
  const [standing, setStanding] = useState<LedgerStanding>(claim.standing);
  const [source, setSource] = useState(claim.source ?? '');
  const [reason, setReason] = useState('');
  const from = source.trim() === '' ? null : source.trim();
  const isComplete =
    standing !== claim.standing &&
    reason.trim() !== '' &&
    (from !== null || !needsSource(standing));
  return (
    <OrderDialog
      title={t('room:ledger.moveTitle')}
      consequence={t('room:ledger.moveText')}
      confirm={t('room:ledger.move')}
      order={
        isComplete
          ? { type: 'move-claim', claim: claim.id, standing, source: from, reason: reason.trim() }
          : null
      }
      onClose={onClose}
    >
      <p className={panel.words}>{claim.text}</p>
      <StandingField value={standing} onChange={setStanding} />
      <TextInput
        label={t('room:ledger.source')}
        description={needsSource(standing) ? t('room:ledger.sourceNeeded') : undefined}
        maxLength={500}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <WordsField value={reason} onChange={setReason} />
    </OrderDialog>
  );
}
