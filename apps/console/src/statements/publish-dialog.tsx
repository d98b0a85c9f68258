import { Radio } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import { useQuery } from '@tanstack/react-query';
import type { Statement, Variant } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { OrderDialog } from '../room/order-dialog.js';
import panel from '../room/panel.module.css';
import { useRoom } from '../room/room-context.js';
import { TimeField } from '../room/time-field.js';
import { ExactText } from './exact-text.js';
import { exitsQuery } from './exits.queries.js';
import { newestOf } from './variant-of.js';

/** Hands a released text to an exit of the brand, at once or from a time on; the last look at what leaves. */
export function PublishDialog({
  statement,
  variant,
  onClose,
}: {
  statement: Statement;
  variant: Variant;
  onClose: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const { incident, now } = useRoom();
  const { channel, language } = variant;
  const newest = newestOf(variant);
  const exits = useQuery(exitsQuery(incident.brandId));
  const fitting = exits.data?.filter(({ channels }) => channels.includes(channel)) ?? [];
  const [chosen, setChosen] = useState<number | null>(null);
  const exit =
    fitting.find(({ id }) => id === chosen) ?? (fitting.length === 1 ? fitting[0] : undefined);
  const [when, setWhen] = useState<'now' | 'planned'>('now');
  const [planned, setPlanned] = useState<string | null>(() =>
    new Date(now() + 30 * 60_000).toISOString(),
  );
  const isTimed = when === 'planned';
  const isPast = isTimed && planned !== null && Date.parse(planned) <= now();
  const isReady = exit !== undefined && (!isTimed || (planned !== null && !isPast));
  return (
    <OrderDialog
      title={t('release:publish.title')}
      consequence={
        exit === undefined
          ? t('release:publish.choose')
          : isTimed && planned !== null
            ? t('release:publish.later', {
                exit: exit.name,
                time: format.moment(planned, now()),
              })
            : t('release:publish.atOnce', { exit: exit.name })
      }
      confirm={t(isTimed ? 'release:publish.plan' : 'release:publish.confirm')}
      size="lg"
      order={
        isReady
          ? {
              type: 'prepare-publication',
              ...{ statement: statement.id, channel, language, hash: newest.hash },
              ...{ exit: exit.id, plannedFor: isTimed ? planned : null },
              corrects: statement.corrects,
            }
          : null
      }
      onClose={onClose}
    >
      <ExactText bound={{ channel, language, hash: newest.hash }} text={newest.text} />
      {newest.attachments.length === 0 ? null : (
        <p className={panel.small}>
          {t('release:publish.attachments', {
            names: newest.attachments.map(({ name }) => name).join(', '),
          })}
        </p>
      )}
      {exits.isSuccess && fitting.length === 0 ? (
        <p className={panel.warn}>{t('release:publish.noExit')}</p>
      ) : (
        <Radio.Group
          label={t('release:publish.exit')}
          value={exit === undefined ? null : String(exit.id)}
          onChange={(id) => setChosen(Number(id))}
        >
          <div className={panel.options}>
            {fitting.map(({ id, name, kind }) => (
              <Radio
                key={id}
                value={String(id)}
                label={`${name} (${t(`release:exitKind.${kind}`)})`}
              />
            ))}
          </div>
        </Radio.Group>
      )}
      <Radio.Group
        label={t('release:publish.when')}
        value={when}
        onChange={(value) => setWhen(value === 'planned' ? 'planned' : 'now')}
      >
        <div className={panel.options}>
          <Radio value="now" label={t('release:publish.now')} />
          <Radio value="planned" label={t('release:publish.planned')} />
        </div>
      </Radio.Group>
      {isTimed ? (
        <TimeField
          label={t('release:publish.time')}
          {...(isPast ? { description: t('release:publish.past') } : {})}
          value={planned}
          onChange={setPlanned}
        />
      ) : null}
    </OrderDialog>
  );
}
