import { Textarea } from '@mantine/core';
import { useText } from '../language/text.js';

const MOST = 2_000;

/** A few sentences by a person; called the reason unless named otherwise. */
export function WordsField({
  value,
  onChange,
  label,
  description,
  optional = false,
  autoFocus = false,
}: {
  value: string;
  onChange: (value: string) => void;
  label?: string;
  description?: string;
  optional?: boolean;
  autoFocus?: boolean;
}) {
  const t = useText();
  return (
    <Textarea
      label={label ?? t('room:reason')}
      {...(description ? { description } : {})}
      required={!optional}
      withAsterisk={false}
      maxLength={MOST}
      autosize
      minRows={2}
      maxRows={8}
      data-autofocus={autoFocus || undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
