import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { instantOf, wallTime } from '../mentions/wall-time.js';

/** An instant in the wall time of the house; answers ISO, null for what is no time. */
export function TimeField({
  label,
  description,
  value,
  onChange,
}: {
  label: string;
  description?: string;
  /** ISO, to begin with. */
  value: string | null;
  onChange: (iso: string | null) => void;
}) {
  const { zone } = useFormat();
  const [wall, setWall] = useState(value === null ? '' : wallTime(value, zone));
  return (
    <TextInput
      type="datetime-local"
      label={label}
      {...(description ? { description } : {})}
      value={wall}
      onChange={(event) => {
        setWall(event.currentTarget.value);
        onChange(instantOf(event.currentTarget.value, zone));
      }}
    />
  );
}
