import { TextInput } from '@mantine/core';
import type { AgreedView } from '@sturmwarte/contracts';
import { MAX_GAP_LENGTH, variablesOf } from '@sturmwarte/domain';
import { useText } from '../language/text.js';
import classes from './wordings.module.css';

/** What goes into the gaps of all texts; asked once, never kept. */
export function GapFields({
  wording,
  values,
  onChange,
}: {
  wording: AgreedView;
  values: Readonly<Record<string, string>>;
  onChange: (values: Readonly<Record<string, string>>) => void;
}) {
  const t = useText();
  const names = [...new Set(wording.variants.flatMap(({ text }) => variablesOf(text)))];
  if (names.length === 0) return null;
  return (
    <section className={classes.box} aria-labelledby="gaps">
      <h2 id="gaps">{t('wording:gaps.title')}</h2>
      <p className={classes.dim}>{t('wording:gaps.text')}</p>
      <div className={classes.fields}>
        {names.map((name) => (
          <TextInput
            key={name}
            label={name}
            value={values[name] ?? ''}
            maxLength={MAX_GAP_LENGTH}
            autoComplete="off"
            onChange={(event) => onChange({ ...values, [name]: event.currentTarget.value })}
          />
        ))}
      </div>
    </section>
  );
}
