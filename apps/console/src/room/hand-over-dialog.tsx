import type { CrisisRole } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { OrderDialog } from './order-dialog.js';
import { PersonField } from './person-field.js';
import { WordsField } from './words-field.js';

const FIELDS = ['situation', 'openDecisions', 'clocks', 'nextUpdate'] as const;
type Form = Readonly<Record<(typeof FIELDS)[number], string>>;

/** Everything the next person must know; the seat passes on when they have signed. */
export function HandOverDialog({ role, onClose }: { role: CrisisRole; onClose: () => void }) {
  const t = useText();
  const [to, setTo] = useState<number | null>(null);
  const [form, setForm] = useState<Form>({
    situation: '',
    openDecisions: '',
    clocks: '',
    nextUpdate: '',
  });
  const isComplete = to !== null && FIELDS.every((field) => form[field].trim() !== '');
  return (
    <OrderDialog
      title={t('room:handOver.title', { role: t(`names:role.${role}`) })}
      consequence={t('room:handOver.text')}
      confirm={t('room:handOver.offer')}
      order={isComplete ? { type: 'offer-hand-over', role, to: { id: to }, form } : null}
      onClose={onClose}
    >
      <PersonField
        label={t('room:handOver.to')}
        nobody={t('room:choosePerson')}
        role={role}
        value={to}
        onChange={setTo}
      />
      {FIELDS.map((field) => (
        <WordsField
          key={field}
          value={form[field]}
          onChange={(words) => setForm((before) => ({ ...before, [field]: words }))}
          label={t(`room:handOver.${field}`)}
        />
      ))}
    </OrderDialog>
  );
}
