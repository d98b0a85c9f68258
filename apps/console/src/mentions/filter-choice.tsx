import { useId } from 'react';
import classes from './mention-filters.module.css';

/** One filter as a native list: the first entry is "all". */
export function FilterChoice({
  label,
  all,
  value,
  choices,
  onChange,
}: {
  label: string;
  all: string;
  value: string | number | undefined;
  choices: readonly (readonly [string | number, string])[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className={classes.filter} data-set={value !== undefined}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
        <option value="">{all}</option>
        {choices.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
