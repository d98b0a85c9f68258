import { NativeSelect } from '@mantine/core';
import { LEDGER_STANDINGS, type LedgerStanding } from '@sturmwarte/domain';
import { useText } from '../language/text.js';

export function StandingField({
  value,
  onChange,
}: {
  value: LedgerStanding;
  onChange: (standing: LedgerStanding) => void;
}) {
  const t = useText();
  return (
    <NativeSelect
      label={t('room:ledger.standing')}
      value={value}
      onChange={(event) =>
        onChange(LEDGER_STANDINGS.find((one) => one === event.currentTarget.value) ?? value)
      }
      data={LEDGER_STANDINGS.map((one) => ({ value: one, label: t(`journal:standing.${one}`) }))}
    />
  );
}
