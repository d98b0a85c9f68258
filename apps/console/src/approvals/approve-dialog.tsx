import { NativeSelect } from '@mantine/core';
import type { CrisisRole, Statement } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { OrderDialog } from '../room/order-dialog.js';
import { WordsField } from '../room/words-field.js';
import { ExactText } from '../statements/exact-text.js';
import { keyOf, newestOf } from '../statements/variant-of.js';
import type { WaitingVariant } from './approval-queue.js';

/** The yes, never by a key alone: it names channel, language, hash and shows the words it binds to. */
export function ApproveDialog({
  statement,
  chosen,
  onClose,
}: {
  statement: Statement;
  chosen: readonly WaitingVariant[];
  onClose: () => void;
}) {
  const t = useText();
  // What was on screen when the dialog opened: a version that comes meanwhile is refused, not approved.
  const [bound] = useState(() =>
    chosen.map(({ variant }) => {
      const { hash, text } = newestOf(variant);
      return { channel: variant.channel, language: variant.language, hash, text };
    }),
  );
  const roles = [...new Set(chosen.flatMap(({ places }) => places.map(({ role }) => role)))].filter(
    (role) => chosen.every(({ places }) => places.some((place) => place.role === role)),
  );
  const [picked, setPicked] = useState<CrisisRole | null>(roles[0] ?? null);
  const [note, setNote] = useState('');
  return (
    <OrderDialog
      title={t('approvals:approve.title', { count: bound.length })}
      consequence={t('approvals:approve.text')}
      confirm={t('approvals:approve.confirm')}
      size="lg"
      order={
        picked === null
          ? null
          : {
              type: 'approve-wording',
              statement: statement.id,
              variants: bound.map(({ channel, language, hash }) => ({ channel, language, hash })),
              role: picked,
              note: note.trim() === '' ? null : note.trim(),
            }
      }
      onClose={onClose}
    >
      {bound.map((one) => (
        <ExactText key={keyOf(one)} bound={one} text={one.text} />
      ))}
      {roles.length === 0 ? (
        <p>{t('approvals:approve.noOneRole')}</p>
      ) : (
        <NativeSelect
          label={t('approvals:approve.as')}
          value={picked ?? ''}
          onChange={(event) => setPicked(event.currentTarget.value as CrisisRole)}
          data={roles.map((role) => ({ value: role, label: t(`names:role.${role}`) }))}
        />
      )}
      <WordsField value={note} onChange={setNote} label={t('approvals:approve.note')} optional />
    </OrderDialog>
  );
}
