import { Button } from '@mantine/core';
import { LONGEST_MUTE_MS, SHORTEST_MUTE_MS } from '@sturmwarte/domain';
import { useId, useState } from 'react';
import { DueField } from '../executive/due-field.js';
import { useText } from '../language/text.js';
import classes from './mutes.module.css';

const HOUR_MS = 3_600_000;
const HOURS = [1, 4, 12] as const;
const DAYS = [1, 7] as const;
/** Between the press of a button and its arrival. */
const LEEWAY_MS = 60_000;

/** When it ends: by one press, or to the minute. */
export function UntilField({
  now,
  value,
  onChange,
}: {
  now: number;
  value: string | null;
  onChange: (until: string | null) => void;
}) {
  const t = useText();
  const id = useId();
  const [round, setRound] = useState(0);
  const choose = (hours: number): void => {
    onChange(new Date(now + hours * HOUR_MS).toISOString());
    // The field below shows what was chosen.
    setRound(round + 1);
  };
  return (
    <div className={classes.form}>
      <div role="group" aria-labelledby={id} className={classes.quick}>
        <span id={id}>{t('mutes:dialog.quick')}</span>
        {HOURS.map((hours) => (
          <Button key={hours} variant="default" onClick={() => choose(hours)}>
            {t('mutes:dialog.hours', { count: hours })}
          </Button>
        ))}
        {DAYS.map((days) => (
          <Button key={`d${days}`} variant="default" onClick={() => choose(days * 24)}>
            {t('mutes:dialog.days', { count: days })}
          </Button>
        ))}
      </div>
      <DueField
        key={round}
        label={t('mutes:dialog.until')}
        description={t('mutes:dialog.untilHint')}
        error={value !== null && !isFitting(value, now) ? t('mutes:dialog.untilInvalid') : null}
        initial={value}
        onChange={onChange}
      />
    </div>
  );
}

/** The server decides; this only spares a refusal. */
export function isFitting(until: string, now: number): boolean {
  const length = Date.parse(until) - now;
  return length >= SHORTEST_MUTE_MS && length <= LONGEST_MUTE_MS + LEEWAY_MS;
}
