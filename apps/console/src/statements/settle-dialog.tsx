import { Radio, TextInput } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import type { Publication } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { OrderDialog } from '../room/order-dialog.js';
import panel from '../room/panel.module.css';
import { useRoom } from '../room/room-context.js';
import { WordsField } from '../room/words-field.js';
import { safeLink } from '../ui/safe-link.js';

/** Nobody knows whether it went out. Somebody looks, and says: it stands there, or it does not. */
export function SettleDialog({
  publication,
  onClose,
}: {
  publication: Publication;
  onClose: () => void;
}) {
  const t = useText();
  const { now } = useRoom();
  const [outcome, setOutcome] = useState<'out' | 'not-out' | null>(null);
  const [link, setLink] = useState('');
  const [reason, setReason] = useState('');
  const address = safeLink(link.trim());
  const isWrong = link.trim() !== '' && address === null;
  const words = reason.trim();
  return (
    <OrderDialog
      title={t('release:settle.title')}
      consequence={t('release:settle.text', { exit: publication.exit.name })}
      confirm={t('release:settle.confirm')}
      order={
        outcome === null || words === '' || isWrong
          ? null
          : {
              type: 'settle-publication',
              ...{ publication: publication.id, outcome, reason: words },
              receipt:
                outcome === 'out' ? { link: address, at: new Date(now()).toISOString() } : null,
            }
      }
      onClose={onClose}
    >
      <Radio.Group
        label={t('release:settle.question')}
        value={outcome}
        onChange={(value) => setOutcome(value === 'out' ? 'out' : 'not-out')}
      >
        <div className={panel.options}>
          <Radio value="out" label={t('release:settle.out')} />
          <Radio value="not-out" label={t('release:settle.notOut')} />
        </div>
      </Radio.Group>
      {outcome === 'out' ? (
        <TextInput
          label={t('release:byHand.link')}
          type="url"
          maxLength={2_000}
          error={isWrong ? t('release:byHand.noLink') : null}
          value={link}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
      ) : null}
      <WordsField value={reason} onChange={setReason} label={t('release:settle.how')} />
    </OrderDialog>
  );
}
