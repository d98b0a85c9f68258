import { TextInput } from '@mantine/core';
import {
  falseAlarmsAt,
  HEAD_STARTS,
  LEAST_HEAD_START,
  MOST_HEAD_START,
  type Sensitivity,
} from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { readHeadStart } from './head-start.js';

/** The number behind a choice, to be set by hand, with the false alarms it costs as far as anybody knows. */
export function HeadStartField({
  value,
  sensitivity,
  readOnly,
  onChange,
}: {
  value: string;
  sensitivity: Sensitivity;
  readOnly: boolean;
  onChange: (value: string) => void;
}) {
  const t = useText();
  const format = useFormat();
  const number = readHeadStart(value);
  const spoken = (one: number): string => format.decimal(one, 2);
  const bounds = { least: spoken(LEAST_HEAD_START), most: spoken(MOST_HEAD_START) };
  const known = falseAlarmsAt(number ?? HEAD_STARTS[sensitivity]);
  const cost = t(`topics:headStart.${known.kind}`, { alarms: format.decimal(known.alarms) });
  return (
    <TextInput
      label={t('topics:headStart.label')}
      description={`${t('topics:headStart.hint', {
        ...bounds,
        quiet: spoken(HEAD_STARTS.quiet),
        sensitive: spoken(HEAD_STARTS.sensitive),
      })} ${number === undefined ? '' : cost}`}
      placeholder={spoken(HEAD_STARTS[sensitivity])}
      value={value}
      readOnly={readOnly}
      autoComplete="off"
      maxLength={8}
      error={number === undefined ? t('topics:headStart.invalid', bounds) : null}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
