import { NativeSelect } from '@mantine/core';
import {
  OUTLET_CHANNELS,
  TEXT_LANGUAGES,
  type OutletChannel,
  type Statement,
  type Variant,
} from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { OrderDialog } from '../room/order-dialog.js';
import { isSameVariant, newestOf } from './variant-of.js';

/** Another channel or language of a statement; it begins with the text on screen. */
export function AddVariantDialog({
  statement,
  like,
  onAdded,
  onClose,
}: {
  statement: Statement;
  like: Variant;
  onAdded: (variant: { channel: OutletChannel; language: 'de' | 'en' }) => void;
  onClose: () => void;
}) {
  const t = useText();
  const [channel, setChannel] = useState<OutletChannel>(like.channel);
  const [language, setLanguage] = useState<'de' | 'en'>(like.language === 'de' ? 'en' : 'de');
  const known = statement.variants.find((one) => isSameVariant(one, { channel, language }));
  const isTaken = known !== undefined && known.dropped === null;
  const newest = newestOf(like);
  return (
    <OrderDialog
      title={t('statements:add.title')}
      consequence={t(isTaken ? 'statements:add.taken' : 'statements:add.text')}
      confirm={t('statements:add.confirm')}
      order={
        isTaken
          ? null
          : {
              type: 'write-variant',
              ...{ statement: statement.id, base: known?.versions.length ?? 0 },
              ...{ channel, language, text: newest.text },
              ...{ attachments: newest.attachments.map(({ id }) => id), agreed: null },
            }
      }
      onClose={() => {
        onClose();
        onAdded({ channel, language });
      }}
    >
      <NativeSelect
        label={t('statements:channel')}
        value={channel}
        onChange={(event) => setChannel(event.currentTarget.value as OutletChannel)}
        data={OUTLET_CHANNELS.map((one) => ({ value: one, label: t(`playbooks:channel.${one}`) }))}
      />
      <NativeSelect
        label={t('statements:languageLabel')}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value === 'en' ? 'en' : 'de')}
        data={TEXT_LANGUAGES.map((one) => ({ value: one, label: t(`statements:language.${one}`) }))}
      />
    </OrderDialog>
  );
}
