import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ColleagueView } from '@sturmwarte/contracts';
import type { Incident } from '@sturmwarte/domain';
import { useState } from 'react';
import { colleaguesQuery } from '../incidents/colleagues.queries.js';
import { useOrder } from '../incidents/use-order.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';
import classes from './ask-executive-dialog.module.css';
import { DueField } from './due-field.js';

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const FEWEST = 2;
/** Half an hour to decide, unless said otherwise. */
const USUAL_MS = 30 * 60_000;

/** One question to one person, with options, a recommendation and a deadline. */
export function AskExecutiveDialog({
  id,
  incident,
  onClose,
}: {
  id: number;
  incident: Incident;
  onClose: () => void;
}) {
  const t = useText();
  const notice = useNotice();
  const order = useOrder(id);
  const now = useSpaceClock();
  const { data: colleagues = [] } = useQuery(colleaguesQuery);
  const seat = incident.seats.board;
  const [to, setTo] = useState<number | null>(seat?.person.id ?? null);
  const [deputy, setDeputy] = useState<number | null>(seat?.deputy?.id ?? null);
  const [question, setQuestion] = useState('');
  const [labels, setLabels] = useState<readonly string[]>(['', '']);
  const [recommended, setRecommended] = useState('');
  const [suggested] = useState(() => new Date(now + USUAL_MS).toISOString());
  const [due, setDue] = useState<string | null>(suggested);
  const options = labels.map((label, at) => ({
    id: (LETTERS[at] ?? 'A').toLowerCase(),
    label: label.trim(),
  }));
  const isPast = due !== null && Date.parse(due) <= now;
  const isSame = to !== null && to === deputy;
  const isFull = options.every(({ label }) => label !== '');
  const ready = to !== null && due !== null && question.trim() !== '' && isFull;
  const ask = (person: number, by: string): void =>
    order.mutate(
      {
        type: 'ask-executive',
        to: { id: person },
        deputy: deputy === null ? null : { id: deputy },
        question: question.trim(),
        options,
        recommended: options.some((one) => one.id === recommended) ? recommended : null,
        due: by,
      },
      {
        onSuccess: () => {
          const name = colleagues.find((one) => one.id === person)?.name ?? '';
          notice.done(t('executive:ask.done', { name }));
          onClose();
        },
        onError: notice.refusal,
      },
    );
  return (
    <Decision
      title={t('executive:ask.title')}
      consequence={t('executive:ask.text')}
      confirm={t('executive:ask.confirm')}
      busy={order.isPending}
      ready={ready && !isPast && !isSame}
      onClose={onClose}
      onConfirm={() => to !== null && due !== null && ask(to, due)}
    >
      <div className={classes.pair}>
        <PersonChoice
          label={t('executive:ask.person')}
          nobody={t('executive:ask.choose')}
          colleagues={colleagues}
          brandId={incident.brandId}
          value={to}
          onChange={setTo}
        />
        <PersonChoice
          label={t('executive:ask.deputy')}
          nobody={t('executive:ask.noDeputy')}
          colleagues={colleagues}
          brandId={incident.brandId}
          value={deputy}
          error={isSame ? t('executive:ask.same') : null}
          onChange={setDeputy}
        />
      </div>
      <Textarea
        label={t('executive:ask.question')}
        required
        withAsterisk={false}
        maxLength={2_000}
        autosize
        minRows={2}
        maxRows={6}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      {labels.map((label, at) => {
        const letter = LETTERS[at] ?? 'A';
        return (
          <div key={letter} className={classes.option}>
            <TextInput
              label={t('executive:ask.option', { letter })}
              maxLength={120}
              value={label}
              onChange={(event) => {
                const changed = event.currentTarget.value;
                setLabels(labels.map((one, place) => (place === at ? changed : one)));
              }}
            />
            {at >= FEWEST && at === labels.length - 1 ? (
              <Button
                variant="default"
                aria-label={t('executive:ask.removeOption', { letter })}
                onClick={() => setLabels(labels.slice(0, -1))}
              >
                ×
              </Button>
            ) : null}
          </div>
        );
      })}
      {labels.length < LETTERS.length ? (
        <Button
          variant="default"
          className={classes.add ?? ''}
          onClick={() => setLabels([...labels, ''])}
        >
          {t('executive:ask.addOption')}
        </Button>
      ) : null}
      <div className={classes.pair}>
        <NativeSelect
          label={t('executive:ask.recommended')}
          value={recommended}
          onChange={(event) => setRecommended(event.currentTarget.value)}
          data={[
            { value: '', label: t('executive:ask.noRecommendation') },
            ...options.map((one) => ({
              value: one.id,
              label: `${one.id.toUpperCase()} ${one.label}`.trim(),
            })),
          ]}
        />
        <DueField
          label={t('executive:ask.due')}
          error={isPast ? t('executive:ask.past') : null}
          initial={suggested}
          onChange={setDue}
        />
      </div>
    </Decision>
  );
}

/** Executives of the brand first. */
function PersonChoice({
  label,
  nobody,
  colleagues,
  brandId,
  value,
  error = null,
  onChange,
}: {
  label: string;
  nobody: string;
  colleagues: readonly ColleagueView[];
  brandId: number;
  value: number | null;
  error?: string | null;
  onChange: (id: number | null) => void;
}) {
  const t = useText();
  const isBoard = ({ grants }: ColleagueView): boolean =>
    grants.some(
      (grant) => grant.role === 'board' && (grant.brandId === null || grant.brandId === brandId),
    );
  const item = ({ id, name }: ColleagueView) => ({ value: String(id), label: name });
  const board = colleagues.filter(isBoard);
  const others = colleagues.filter((one) => !isBoard(one));
  return (
    <NativeSelect
      label={label}
      error={error}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onChange(chosen === '' ? null : Number(chosen));
      }}
      data={[
        { value: '', label: nobody },
        ...(board.length === 0 ? [] : [{ group: t('names:role.board'), items: board.map(item) }]),
        ...others.map(item),
      ]}
    />
  );
}
