import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import type { Incident } from '@sturmwarte/domain';
import { useText } from '../language/text.js';
import panel from '../room/panel.module.css';
import classes from './claims-field.module.css';

/** Which lines of the fact ledger a statement rests on. */
export function ClaimsField({
  chosen,
  onChange,
  all,
}: {
  chosen: readonly number[];
  onChange: (claims: readonly number[]) => void;
  all: Incident['claims'];
}) {
  const t = useText();
  if (all.length === 0) return <p className={panel.small}>{t('statements:claims.ledgerEmpty')}</p>;
  return (
    <fieldset className={classes.choice}>
      <legend>{t('statements:claims.title')}</legend>
      {all.map(({ id, text, standing }) => (
        <Checkbox
          key={id}
          checked={chosen.includes(id)}
          label={`${t(`journal:standing.${standing}`)}: ${text}`}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked
                ? [...chosen, id]
                : chosen.filter((other) => other !== id),
            )
          }
        />
      ))}
    </fieldset>
  );
}
