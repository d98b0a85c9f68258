import { NativeSelect } from '@mantine/core';
import { useText } from '../language/text.js';

const HOURS = [0, 1, 3, 6, 12, 24] as const;
const HOUR_MINUTES = 60;

/** How long a topic stays quiet after an alarm before it may raise another one of the same height. */
export function CooldownField({
  value,
  readOnly,
  onChange,
}: {
  value: number;
  readOnly: boolean;
  onChange: (minutes: number) => void;
}) {
  const t = useText();
  const offered = HOURS.map((hours) => hours * HOUR_MINUTES);
  // Set elsewhere, by the interface for programs: it stays to be chosen.
  const minutes = offered.includes(value) ? offered : [...offered, value].sort((a, b) => a - b);
  return (
    <NativeSelect
      label={t('topics:cooldown.label')}
      description={t('topics:cooldown.hint')}
      value={String(value)}
      disabled={readOnly}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
      data={minutes.map((one) => ({ value: String(one), label: labelOf(one) }))}
    />
  );

  function labelOf(one: number): string {
    if (one === 0) return t('topics:cooldown.none');
    if (one % HOUR_MINUTES !== 0) return t('topics:cooldown.minutes', { count: one });
    return t('topics:cooldown.hours', { count: one / HOUR_MINUTES });
  }
}
