import { NativeSelect, TextInput } from '@mantine/core';
import { OUTLET_TIERS, type OutletTier, type Source } from '@sturmwarte/domain';
import { useText } from '../language/text.js';

/** As typed; read by `readLimits`. */
export interface TypedLimits {
  readonly retentionDays: string;
  readonly silentAfterMinutes: string;
  readonly outletTier: OutletTier;
}
const DEFAULT_RETENTION_DAYS = '90';
export const NO_LIMITS: TypedLimits = {
  retentionDays: DEFAULT_RETENTION_DAYS,
  silentAfterMinutes: '',
  outletTier: 'none',
};

export function typedLimits(source: Source): TypedLimits {
  return {
    retentionDays: String(source.retentionDays),
    silentAfterMinutes: source.silentAfterMinutes === null ? '' : String(source.silentAfterMinutes),
    // A server from before tells none.
    outletTier: OUTLET_TIERS.find((tier) => tier === source.outletTier) ?? 'none',
  };
}

/** NaN for what is no number: the schema of the contract then refuses it. */
export function readLimits(typed: TypedLimits): {
  retentionDays: number;
  silentAfterMinutes: number | null;
  outletTier: OutletTier;
} {
  const minutes = typed.silentAfterMinutes.trim();
  return {
    retentionDays: Number(typed.retentionDays.trim() || NaN),
    silentAfterMinutes: minutes === '' ? null : Number(minutes),
    outletTier: typed.outletTier,
  };
}

/** How long mentions are kept, when silence is too long, and of which weight the outlet is. */
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
      <NativeSelect
        label={t('sources:field.tier')}
        description={t('sources:field.tierHint')}
        value={value.outletTier}
        onChange={({ currentTarget }) => {
          const outletTier = OUTLET_TIERS.find((tier) => tier === currentTarget.value) ?? 'none';
          onChange({ ...value, outletTier });
        }}
        data={OUTLET_TIERS.map((tier) => ({ value: tier, label: t(`names:tier.${tier}`) }))}
      />
    </>
  );
}
