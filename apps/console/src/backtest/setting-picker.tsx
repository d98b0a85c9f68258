import { Button, NativeSelect } from '@mantine/core';
import type { ProposalView } from '@sturmwarte/contracts';
import {
  MEASURED_FALSE_ALARMS,
  SENSITIVITIES,
  type PlainRule,
  type Sensitivity,
} from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import classes from './backtest.module.css';

/** One of the two settings: its choice in plain words, what it costs elsewhere and here, its rules. */
export function SettingPicker({
  label,
  value,
  canBeNone = false,
  saved,
  rules,
  query = null,
  own,
  onChange,
  onDropRules,
}: {
  label: string;
  value: Sensitivity | 'none';
  canBeNone?: boolean;
  /** What the topic has; null: it is not saved. */
  saved: Sensitivity | null;
  /** Of a draft; null: those of the topic. */
  rules: readonly PlainRule[] | null;
  /** Of a draft, where it is not the saved one. */
  query?: string | null;
  own: ProposalView['own'];
  onChange: (value: Sensitivity | 'none') => void;
  onDropRules?: () => void;
}) {
  const t = useText();
  const name = (one: Sensitivity): string =>
    t(`backtest:choice.${one}`) + (one === saved ? ` (${t('backtest:asSaved')})` : '');
  return (
    <div className={classes.setting}>
      <NativeSelect
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as Sensitivity | 'none')}
        data={[
          ...SENSITIVITIES.map((one) => ({ value: one, label: name(one) })),
          ...(canBeNone ? [{ value: 'none', label: t('backtest:noB') }] : []),
        ]}
      />
      {value === 'none' ? null : <Cost choice={value} own={own} />}
      {value === 'none' || (rules === null && query === null) ? null : (
        <div className={classes.rules}>
          {query === null ? null : (
            <p className={classes.query}>
              <strong>{t('backtest:queryOfDraft')}:</strong> <code>{query}</code>
            </p>
          )}
          {rules === null ? null : (
            <p>
              <strong>{t('backtest:ofDraft')}:</strong>{' '}
              {rules.length === 0 ? t('backtest:noRules') : null}
            </p>
          )}
          <RuleSentences rules={rules ?? []} />
          {onDropRules ? (
            <Button size="compact-sm" variant="default" onClick={onDropRules}>
              {t('backtest:dropDraft')}
            </Button>
          ) : null}
        </div>
      )}
    </div>
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

function RuleSentences({ rules }: { rules: readonly PlainRule[] }) {
  const t = useText();
  const format = useFormat();
  if (rules.length === 0) return null;
  return (
    <ul className={classes.list}>
      {rules.map(({ id, negatives, minutes, level }) => (
        <li key={id}>
          {t('topics:rules.sentence', {
            count: minutes,
            negatives: format.integer(negatives),
            level: format.integer(level),
          })}
        </li>
      ))}
    </ul>
  );
}
