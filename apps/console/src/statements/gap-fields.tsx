import { TextInput } from '@mantine/core';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useRoom } from '../room/room-context.js';
import classes from './gap-fields.module.css';
import { gapLabel } from './template-values.js';

/** The gaps of the templates nobody has filled yet: to be filled here, or left open and marked in the text. */
export function GapFields({
  missing,
  named,
  values,
  onChange,
}: {
  missing: readonly string[];
  /** All gaps that were open when the dialog began: their fields stay while they are filled. */
  named: readonly string[];
  values: Readonly<Record<string, string>>;
  onChange: (values: Readonly<Record<string, string>>) => void;
}) {
  const t = useText();
  const { language } = useFormat();
  const { playbooks } = useRoom();
  if (named.length === 0) return null;
  return (
    <fieldset className={classes.gaps}>
      <legend>{t('statements:gaps.title')}</legend>
      <p className={classes.hint}>
        {missing.length === 0
          ? t('statements:gaps.filled')
          : t('statements:gaps.missing', { count: missing.length })}
      </p>
      {named.map((name) => (
        <TextInput
          key={name}
          label={gapLabel(playbooks.values(), name)?.[language] ?? `{${name}}`}
          maxLength={500}
          value={values[name] ?? ''}
          onChange={(event) => onChange({ ...values, [name]: event.currentTarget.value })}
        />
      ))}
    </fieldset>
  );
}
