import { useState } from 'react';
import { useText } from '../language/text.js';
import { Decision } from '../ui/decision.js';
import { IncidentField } from './incident-field.js';
import { useMoveBetween } from './use-move-between.js';
import { WordsField } from './words-field.js';

/** One storm, two incidents: this one ends in the other, which takes over its alerts. */
export function MergeDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const merge = useMoveBetween('merge');
  const [into, setInto] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  return (
    <Decision
      title={t('room:merge.title')}
      consequence={t('room:merge.text')}
      confirm={t('room:merge.confirm')}
      busy={merge.isPending}
      ready={into !== null && reason.trim() !== ''}
      onClose={onClose}
      onConfirm={() => merge.mutate({ into, reason: reason.trim() }, { onSuccess: onClose })}
    >
      <IncidentField value={into} onChange={setInto} openOnly />
      <WordsField value={reason} onChange={setReason} />
    </Decision>
  );
}
