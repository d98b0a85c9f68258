import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import { NO_EVENT_REASONS, type LabelKind, type NoEventReason } from '@sturmwarte/domain';
import { useEffect, useRef, useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { instantOf, wallTime } from '../mentions/wall-time.js';
import classes from './backtest.module.css';
import type { Stretch } from './stretch.js';
import type { useLabels } from './use-labels.js';

/** Says what a stretch was: here was a storm, or nothing and why. Times are of the house. */
export function LabelForm({
  marked,
  asked,
  add,
}: {
  /** The stretch marked on the chart or of an alarm. */
  marked: Stretch | null;
  /** Grows when somebody asks to judge: the focus comes here. */
  asked: number;
  add: ReturnType<typeof useLabels>['add'];
}) {
  const t = useText();
  const { zone } = useFormat();
  const first = useRef<HTMLInputElement>(null);
  /** Where they were when they asked to judge. */
  const before = useRef<Element | null>(null);
  const wallOf = (iso: string | undefined): string =>
    iso === undefined ? '' : wallTime(iso, zone);
  const [taken, setTaken] = useState(marked);
  const [from, setFrom] = useState(wallOf(marked?.from));
  const [to, setTo] = useState(wallOf(marked?.to));
  const [kind, setKind] = useState<LabelKind | null>(null);
  const [reason, setReason] = useState<NoEventReason | ''>('');
  const [note, setNote] = useState('');
  if (marked !== taken) {
    setTaken(marked);
    setFrom(wallOf(marked?.from));
    setTo(wallOf(marked?.to));
  }
  useEffect(() => {
    if (asked === 0) return;
    before.current = document.activeElement;
    first.current?.focus();
    first.current?.scrollIntoView({ block: 'center' });
  }, [asked]);
  const [begin, end] = [instantOf(from, zone), instantOf(to, zone)];
  const inOrder = begin === null || end === null || Date.parse(begin) < Date.parse(end);
  const isReady =
    begin !== null &&
    end !== null &&
    inOrder &&
    kind !== null &&
    (kind === 'storm' || reason !== '');
  const goBack = (): void => {
    const place = before.current;
    before.current = null;
    if (place instanceof HTMLElement && place.isConnected) place.focus();
    else first.current?.focus();
  };
  const save = (): void => {
    if (!isReady) return;
    const said = { kind, reason: kind === 'storm' || reason === '' ? null : reason };
    add.mutate(
      { from: begin, to: end, ...said, note: note.trim() || null },
      {
        onSuccess: () => {
          setKind(null);
          setReason('');
          setNote('');
          goBack();
        },
      },
    );
  };
  return (
    <form
      className={classes.form}
      aria-labelledby="backtest-judge"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3 id="backtest-judge">{t('backtest:form.title')}</h3>
      <div className={classes.fields}>
        <TextInput
          ref={first}
          type="datetime-local"
          label={t('backtest:form.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={t('backtest:form.to')}
          value={to}
          error={inOrder ? null : t('backtest:form.order')}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <Radio.Group
        label={t('backtest:form.kind')}
        value={kind}
        onChange={(value) => setKind(value)}
      >
        <div className={classes.choices}>
          <Radio size="md" value="storm" label={t('backtest:form.storm')} />
          <Radio size="md" value="nothing" label={t('backtest:form.nothing')} />
        </div>
      </Radio.Group>
      {kind === 'nothing' ? (
        <NativeSelect
          label={t('backtest:form.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value as NoEventReason | '')}
          data={[
            { value: '', label: t('backtest:form.chooseReason') },
            ...NO_EVENT_REASONS.map((value) => ({
              value,
              label: t(`names:noEventReason.${value}`),
            })),
          ]}
        />
      ) : null}
      <TextInput
        label={t('backtest:form.note')}
        value={note}
        maxLength={2_000}
        autoComplete="off"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" disabled={!isReady} loading={add.isPending}>
          {t('backtest:form.save')}
        </Button>
      </div>
    </form>
  );
}
