import { NativeSelect } from '@mantine/core';
import type { Statement } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { OrderDialog } from '../room/order-dialog.js';
import { WordsField } from '../room/words-field.js';
import { ExactText } from '../statements/exact-text.js';
import { useVariantName } from '../statements/use-variant-name.js';
import { keyOf, newestOf } from '../statements/variant-of.js';
import type { WaitingVariant } from './approval-queue.js';

/** The no: back with what is to be changed, or rejected with the reason; always to one text. */
export function RefuseDialog({
  kind,
  statement,
  mine,
  onClose,
}: {
  kind: 'return' | 'reject';
  statement: Statement;
  mine: readonly WaitingVariant[];
  onClose: () => void;
}) {
  const t = useText();
  const variantName = useVariantName();
  const [offered] = useState(mine);
  const [key, setKey] = useState(offered[0] === undefined ? '' : keyOf(offered[0].variant));
  const [words, setWords] = useState('');
  const chosen = offered.find(({ variant }) => keyOf(variant) === key);
  if (chosen === undefined) return null;
  const { channel, language } = chosen.variant;
  const { hash, text } = newestOf(chosen.variant);
  const said = words.trim();
  const bound = {
    ...{ statement: statement.id, channel, language, hash },
    role: chosen.places[0]?.role ?? 'pr',
  };
  return (
    <OrderDialog
      title={t(`approvals:${kind}.title`)}
      consequence={t(`approvals:${kind}.text`)}
      confirm={t(`approvals:${kind}.confirm`)}
      size="lg"
      order={
        said === ''
          ? null
          : kind === 'return'
            ? { type: 'return-wording', ...bound, comment: said }
            : { type: 'reject-wording', ...bound, reason: said }
      }
      onClose={onClose}
    >
      {offered.length < 2 ? null : (
        <NativeSelect
          label={t('approvals:which')}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          data={offered.map(({ variant }) => ({
            value: keyOf(variant),
            label: variantName(variant),
          }))}
        />
      )}
      <ExactText bound={{ channel, language, hash }} text={text} />
      <WordsField
        value={words}
        onChange={setWords}
        label={t(`approvals:${kind}.label`)}
        autoFocus
      />
    </OrderDialog>
  );
}
