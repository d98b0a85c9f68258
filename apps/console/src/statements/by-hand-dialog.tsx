import { TextInput } from '@mantine/core';
import type { Statement, Variant } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { OrderDialog } from '../room/order-dialog.js';
import panel from '../room/panel.module.css';
import { useRoom } from '../room/room-context.js';
import { TimeField } from '../room/time-field.js';
import { EvidenceField } from './evidence-field.js';
import { ExactText } from './exact-text.js';
import { safeLink } from '../ui/safe-link.js';
import { newestOf } from './variant-of.js';

/** Somebody put the text up themselves: where, when, and what shows it. */
export function ByHandDialog({
  statement,
  variant,
  onClose,
}: {
  statement: Statement;
  variant: Variant;
  onClose: () => void;
}) {
  const t = useText();
  const { now } = useRoom();
  const [link, setLink] = useState('');
  const [evidence, setEvidence] = useState<string | null>(null);
  const [saidAt, setSaidAt] = useState<string | null>(() =>
    new Date(Math.floor(now() / 60_000) * 60_000).toISOString(),
  );
  const { channel, language } = variant;
  const newest = newestOf(variant);
  const address = safeLink(link.trim());
  const isWrong = link.trim() !== '' && address === null;
  const isReady = saidAt !== null && !isWrong && (address !== null || evidence !== null);
  return (
    <OrderDialog
      title={t('release:byHand.title')}
      consequence={t('release:byHand.text')}
      confirm={t('release:byHand.confirm')}
      size="lg"
      order={
        isReady
          ? {
              type: 'publish-by-hand',
              ...{ statement: statement.id, channel, language, hash: newest.hash },
              ...{ corrects: statement.corrects, link: address, evidence, saidAt },
            }
          : null
      }
      onClose={onClose}
    >
      <ExactText bound={{ channel, language, hash: newest.hash }} text={newest.text} />
      <TimeField label={t('release:byHand.saidAt')} value={saidAt} onChange={setSaidAt} />
      <TextInput
        label={t('release:byHand.link')}
        type="url"
        inputMode="url"
        maxLength={2_000}
        error={isWrong ? t('release:byHand.noLink') : null}
        value={link}
        onChange={(event) => setLink(event.currentTarget.value)}
      />
      <EvidenceField value={evidence} onChange={setEvidence} />
      {address === null && evidence === null ? (
        <p className={panel.small}>{t('release:byHand.proofNeeded')}</p>
      ) : null}
    </OrderDialog>
  );
}
