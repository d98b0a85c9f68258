import { TextInput } from '@mantine/core';
import type { Source } from '@sturmwarte/domain';
import { useText } from '../language/text.js';

/** As typed; read by `readLimits`. */
export interface TypedLimits {
  readonly retentionDays: string;
  readonly silentAfterMinutes: string;
}
const DEFAULT_RETENTION_DAYS = '90';
export const NO_LIMITS: TypedLimits = {
  retentionDays: DEFAULT_RETENTION_DAYS,
  silentAfterMinutes: '',
};

export function typedLimits(source: Source): TypedLimits {
  return {
    retentionDays: String(source.retentionDays),
    silentAfterMinutes: source.silentAfterMinutes === null ? '' : String(source.silentAfterMinutes),
  };
}

/** NaN for what is no number: the schema of the contract then refuses it. */
export function readLimits(typed: TypedLimits): {
  retentionDays: number;
  silentAfterMinutes: number | null;
} {
  const minutes = typed.silentAfterMinutes.trim();
  return {
    retentionDays: Number(typed.retentionDays.trim() || NaN),
    silentAfterMinutes: minutes === '' ? null : Number(minutes),
  };
}

/** How long mentions are kept, and when silence is too long. */
export function SourceLimits({
  value,
  onChange,
}: {
  value: TypedLimits;
  onChange: (limits: TypedLimits) => void;
}) {
  const t = useText();
  return (
    <>
      <TextInput
        label={t('sources:field.retention')}
        description={t('sources:field.retentionHint')}
        inputMode="numeric"
        value={value.retentionDays}
        onChange={(event) => onChange({ ...value, retentionDays: event.currentTarget.value })}
      />
      <TextInput
        label={t('sources:field.silence')}
        description={t('sources:field.silenceHint')}
        inputMode="numeric"
        value={value.silentAfterMinutes}
        onChange={(event) => onChange({ ...value, silentAfterMinutes: event.currentTarget.value })}
      />
    </>
  );
}
