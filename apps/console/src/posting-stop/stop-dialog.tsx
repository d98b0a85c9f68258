import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BrandView, OutboxView, PostingStopped } from '@sturmwarte/contracts';
import { useState } from 'react';
import { api } from '../api/call.js';
import { useText } from '../language/text.js';
import { WordsField } from '../room/words-field.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';
import classes from './stop-dialog.module.css';

/** Holds everything planned of a brand, at once: a reason, one confirmation, then what was held and what was not. */
export function StopDialog({
  brands,
  brandId,
  onClose,
}: {
  /** Those this person may stop. */
  brands: readonly Pick<BrandView, 'id' | 'name'>[];
  /** Chosen already; null: the first. */
  brandId: number | null;
  onClose: () => void;
}) {
  const t = useText();
  const client = useQueryClient();
  const notice = useNotice();
  const [brand, setBrand] = useState(brandId ?? brands[0]?.id ?? 0);
  const [reason, setReason] = useState('');
  const stop = useMutation({
    mutationFn: () =>
      api.post<PostingStopped>(`/brands/${brand}/posting-stop`, { reason: reason.trim() }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['posting'] });
      void client.invalidateQueries({ queryKey: ['incidents'] });
    },
    onError: notice.refusal,
  });
  const name = brands.find(({ id }) => id === brand)?.name ?? '';
  if (stop.isSuccess) {
    return (
      <Decision
        title={t('stop:done.title', { brand: name })}
        consequence={t('stop:done.text')}
        confirm={t('stop:done.confirm')}
        busy={false}
        onConfirm={onClose}
        onClose={onClose}
      >
        <Outbox label={t('stop:held', { count: stop.data.held.length })} rows={stop.data.held} />
        <Outbox label={t('stop:left', { count: stop.data.left.length })} rows={stop.data.left} />
        <Outbox
          label={t('stop:unknown', { count: stop.data.unknown.length })}
          rows={stop.data.unknown}
        />
      </Decision>
    );
  }
  return (
    <Decision
      title={t('stop:title')}
      consequence={t('stop:text', { brand: name })}
      confirm={t('stop:confirm')}
      tone="red"
      busy={stop.isPending}
      ready={reason.trim() !== '' && brand !== 0}
      onConfirm={() => stop.mutate()}
      onClose={onClose}
    >
      {brands.length < 2 ? null : (
        <NativeSelect
          label={t('stop:brand')}
          value={brand}
          onChange={(event) => setBrand(Number(event.currentTarget.value))}
          data={brands.map(({ id, name: label }) => ({ value: String(id), label }))}
        />
      )}
      <WordsField value={reason} onChange={setReason} autoFocus />
    </Decision>
  );
}

function Outbox({ label, rows }: { label: string; rows: readonly OutboxView[] }) {
  const t = useText();
  return (
    <div>
      <p className={classes.label}>{label}</p>
      <ul>
        {rows.map((row) => (
          <li key={`${row.incidentId}-${row.publication}`}>
            {row.incident} {row.incidentTitle}: {t(`playbooks:channel.${row.channel}`)} ·{' '}
            {t(`statements:language.${row.language}`)} → {row.exit}
          </li>
        ))}
      </ul>
    </div>
  );
}
