import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import type { Statement } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { OrderDialog } from '../room/order-dialog.js';
import { useRoom } from '../room/room-context.js';
import { WordsField } from '../room/words-field.js';
import { ApproversList } from './approvers-list.js';
import { useVariantName } from './use-variant-name.js';
import { keyOf, newestOf } from './variant-of.js';
import { standingOf } from './variant-standing.js';

/** Asks those of the chain for their yes, text by text, and says beforehand who that can be. */
export function AskApprovalDialog({
  statement,
  onClose,
}: {
  statement: Statement;
  onClose: () => void;
}) {
  const t = useText();
  const { incident, now } = useRoom();
  const variantName = useVariantName();
  const at = new Date(now()).toISOString();
  const askable = statement.variants.filter((variant) => {
    const { kind } = standingOf(incident, statement, variant, at);
    return ['draft', 'voided', 'returned', 'recalled'].includes(kind);
  });
  const [chosen, setChosen] = useState<readonly string[]>(askable.map(keyOf));
  const [note, setNote] = useState('');
  const variants = askable
    .filter((variant) => chosen.includes(keyOf(variant)))
    .map((variant) => ({
      channel: variant.channel,
      language: variant.language,
      hash: newestOf(variant).hash,
    }));
  const [first] = askable;
  return (
    <OrderDialog
      title={t('statements:ask.title')}
      consequence={t('statements:ask.text')}
      confirm={t('statements:ask.confirm')}
      order={
        variants.length === 0
          ? null
          : {
              type: 'ask-approval',
              ...{ statement: statement.id, variants },
              note: note.trim() === '' ? null : note.trim(),
            }
      }
      onClose={onClose}
    >
      <div role="group" aria-label={t('statements:ask.which')}>
        {askable.map((variant) => (
          <Checkbox
            key={keyOf(variant)}
            my={6}
            label={`${variantName(variant)} (v${newestOf(variant).version})`}
            checked={chosen.includes(keyOf(variant))}
            onChange={(event) =>
              setChosen(
                event.currentTarget.checked
                  ? [...chosen, keyOf(variant)]
                  : chosen.filter((key) => key !== keyOf(variant)),
              )
            }
          />
        ))}
      </div>
      {first === undefined ? null : <ApproversList statement={statement} variant={first} />}
      <WordsField value={note} onChange={setNote} label={t('statements:ask.note')} optional />
    </OrderDialog>
  );
}
