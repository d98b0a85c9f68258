import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { instantOf, wallTime } from '../mentions/wall-time.js';

/** A time still to come, in the wall time of the house; answers ISO, null for what is no time. */
export function DueField({
  label,
  description,
  error,
  initial,
  onChange,
}: {
  label: string;
  description?: string;
  error: string | null;
  initial: string | null;
  onChange: (iso: string | null) => void;
}) {
  const { zone } = useFormat();
  const [wall, setWall] = useState(initial === null ? '' : wallTime(initial, zone));
  return (
    <TextInput
      type="datetime-local"
      label={label}
      {...(description === undefined ? {} : { description })}
      error={error}
      value={wall}
      onChange={(event) => {
        setWall(event.currentTarget.value);
        onChange(instantOf(event.currentTarget.value, zone));
      }}
    />
  );
}
