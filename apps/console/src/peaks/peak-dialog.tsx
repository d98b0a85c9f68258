import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { peakValuesSchema, type PeakView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { DueField } from '../executive/due-field.js';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { useSpaceId } from '../spaces/use-space.js';
import { topicsQuery } from '../topics/topics.queries.js';
import { Decision } from '../ui/decision.js';
import { usePeakActions } from './peaks.queries.js';
import classes from './peaks.module.css';

const MULTIPLES = ['', '2', '3', '5', '8', '12', '20'] as const;

/** A planned peak, new or known: what, for whom, from when until when, and how much is expected. */
export function PeakDialog({ peak, onClose }: { peak: PeakView | null; onClose: () => void }) {
  const t = useText();
  const may = useMay();
  const spaceId = useSpaceId();
  const { data: brands = [] } = useQuery(brandsQuery);
  const { data: topics = [] } = useQuery(topicsQuery(spaceId));
  const { save } = usePeakActions();
  const mine = brands.filter(({ id }) => may('topics.edit', id));
  const [title, setTitle] = useState(peak?.title ?? '');
  const [brand, setBrand] = useState(peak?.brandId ?? null);
  const [topic, setTopic] = useState(peak?.topicId ?? null);
  const [from, setFrom] = useState<string | null>(peak?.from ?? null);
  const [until, setUntil] = useState<string | null>(peak?.until ?? null);
  const [multiple, setMultiple] = useState(String(peak?.multiple ?? ''));
  const brandId = brand ?? mine[0]?.id ?? 0;
  const read = peakValuesSchema.safeParse({
    ...{ spaceId, brandId, topicId: topic, title, from, until },
    multiple: multiple === '' ? null : Number(multiple),
  });
  const isBackwards = from !== null && until !== null && until <= from;
  return (
    <Decision
      title={peak === null ? t('peaks:addTitle') : t('peaks:editTitle', { title: peak.title })}
      consequence={t('peaks:text')}
      confirm={t('app:action.save')}
      busy={save.isPending}
      ready={read.success}
      onClose={onClose}
      onConfirm={() => {
        if (!read.success) return;
        save.mutate({ id: peak?.id ?? null, values: read.data }, { onSuccess: onClose });
      }}
    >
      <div className={classes.form}>
        <TextInput
          label={t('peaks:field.title')}
          description={t('peaks:field.titleHint')}
          required
          data-autofocus
          maxLength={120}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <div className={classes.pair}>
          <NativeSelect
            label={t('peaks:field.brand')}
            value={String(brandId)}
            data={mine.map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={(event) => {
              setBrand(Number(event.currentTarget.value));
              setTopic(null);
            }}
          />
          <NativeSelect
            label={t('peaks:field.topic')}
            value={String(topic ?? '')}
            data={[
              { value: '', label: t('peaks:allTopics') },
              ...topics
                .filter((one) => one.brandId === brandId)
                .map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            onChange={(event) => setTopic(Number(event.currentTarget.value) || null)}
          />
        </div>
        <div className={classes.pair}>
          <DueField label={t('peaks:field.from')} error={null} initial={from} onChange={setFrom} />
          <DueField
            label={t('peaks:field.until')}
            error={isBackwards ? t('peaks:backwards') : null}
            initial={until}
            onChange={setUntil}
          />
        </div>
        <NativeSelect
          label={t('peaks:field.multiple')}
          description={t('peaks:field.multipleHint')}
          value={multiple}
          data={[...new Set([...MULTIPLES, multiple])].map((one) => ({
            value: one,
            label: one === '' ? t('peaks:expected') : t('peaks:times', { multiple: one }),
          }))}
          onChange={(event) => setMultiple(event.currentTarget.value)}
        />
      </div>
    </Decision>
  );
}
