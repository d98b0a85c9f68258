import { Button, NativeSelect } from '@mantine/core';
import type { ProposalView } from '@sturmwarte/contracts';
import {
  falseAlarmsAt,
  MEASURED_FALSE_ALARMS,
  SENSITIVITIES,
  type PlainRule,
  type Sensitivity,
} from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { CooldownField } from '../topics/cooldown-field.js';
import { ExpertValues } from '../topics/expert-values.js';
import { HeadStartField } from '../topics/head-start-field.js';
import { readHeadStart, writeHeadStart } from '../topics/head-start.js';
import classes from './backtest.module.css';
import { DraftParts } from './draft-parts.js';

/** What is compared on one side. */
export interface Picked {
  readonly value: Sensitivity | 'none';
  /** A number instead of the choice; null: as it says. */
  readonly headStart: number | null;
  readonly cooldownMinutes: number;
}

/** One of the two settings: its choice in plain words, what it costs elsewhere and here, its numbers and rules. */
export function SettingPicker({
  label,
  picked,
  canBeNone = false,
  saved,
  rules,
  query = null,
  own,
  onPick,
  onDropDraft,
}: {
  label: string;
  picked: Picked;
  canBeNone?: boolean;
  /** What the topic has; null: it is not saved, or has a number of its own. */
  saved: Sensitivity | null;
  /** Of a draft; null: those of the topic. */
  rules: readonly PlainRule[] | null;
  /** Of a draft, where it is not the saved one. */
  query?: string | null;
  own: ProposalView['own'];
  onPick: (picked: Partial<Picked>) => void;
  onDropDraft?: () => void;
}) {
  const t = useText();
  const { value, headStart } = picked;
  const name = (one: Sensitivity): string =>
    t(`backtest:choice.${one}`) + (one === saved ? ` (${t('backtest:asSaved')})` : '');
  return (
    <div className={classes.setting}>
      <NativeSelect
        label={label}
        value={value}
        onChange={(event) =>
          onPick({ value: event.currentTarget.value as Picked['value'], headStart: null })
        }
        data={[
          ...SENSITIVITIES.map((one) => ({ value: one, label: name(one) })),
          ...(canBeNone ? [{ value: 'none', label: t('backtest:noB') }] : []),
        ]}
      />
      {value === 'none' ? null : (
        <>
          {headStart === null ? (
            <Cost choice={value} own={own} />
          ) : (
            <OwnNumber headStart={headStart} />
          )}
          <Numbers key={value} picked={{ ...picked, value }} onPick={onPick} />
        </>
      )}
      {value === 'none' || (rules === null && query === null) ? null : (
        <div className={classes.rules}>
          <DraftParts rules={rules} query={query} />
          {onDropDraft ? (
            <Button size="compact-sm" variant="default" onClick={onDropDraft}>
              {t('backtest:dropDraft')}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}

/** The fold. A typed number counts once it is left, or with Enter: each one plays the weeks anew. */
function Numbers({
  picked,
  onPick,
}: {
  picked: Picked & { readonly value: Sensitivity };
  onPick: (picked: Partial<Picked>) => void;
}) {
  const { value, headStart, cooldownMinutes } = picked;
  const [typed, setTyped] = useState(writeHeadStart(headStart));
  const [isOpen] = useState(headStart !== null);
  const take = (): void => {
    const number = readHeadStart(typed);
    if (number !== undefined && number !== headStart) onPick({ headStart: number });
  };
  return (
    <ExpertValues open={isOpen}>
      <div
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // The form around it is not what is meant.
          event.preventDefault();
          take();
        }}
      >
        <HeadStartField value={typed} sensitivity={value} readOnly={false} onChange={setTyped} />
      </div>
      <CooldownField
        value={cooldownMinutes}
        readOnly={false}
        onChange={(minutes) => onPick({ cooldownMinutes: minutes })}
      />
    </ExpertValues>
  );
}

function OwnNumber({ headStart }: { headStart: number }) {
  const t = useText();
  const format = useFormat();
  const { kind, alarms } = falseAlarmsAt(headStart);
  return (
    <p className={classes.dim}>
      {t('backtest:ownNumber', { headStart: format.decimal(headStart, 2) })}{' '}
      {t(`topics:headStart.${kind}`, { alarms: format.decimal(alarms) })}
    </p>
  );
}

function Cost({ choice, own }: { choice: Sensitivity; own: ProposalView['own'] }) {
  const t = useText();
  const format = useFormat();
  const here = own.find(({ sensitivity }) => sensitivity === choice)?.verdict;
  return (
    <p className={classes.dim}>
      {t(`backtest:meaning.${choice}`)}{' '}
      {t('backtest:measured', { alarms: format.decimal(MEASURED_FALSE_ALARMS[choice]) })}
      {here === undefined ? null : (
        <>
          {' '}
          {t('backtest:ownAlarms', {
            weeks: format.decimal(here.weeks),
            alarms: format.decimal(here.alarmsPerWeek),
          })}{' '}
          {here.falseAlarms > 0 ? t('backtest:ownFalse', { count: here.falseAlarms }) : null}
        </>
      )}
    </p>
  );
}
