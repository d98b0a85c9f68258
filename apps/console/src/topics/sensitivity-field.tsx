import { NativeSelect } from '@mantine/core';
import { MEASURED_FALSE_ALARMS, SENSITIVITIES, type Sensitivity } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';

/** How easily a topic alarms, each choice with what it costs: the false alarms measured in a week. */
export function SensitivityField({
  value,
  readOnly,
  onChange,
}: {
  value: Sensitivity;
  readOnly: boolean;
  onChange: (value: Sensitivity) => void;
}) {
  const t = useText();
  const format = useFormat();
  return (
    <NativeSelect
      label={t('topics:sensitivity.label')}
      description={t('topics:sensitivity.hint')}
      value={value}
      disabled={readOnly}
      onChange={(event) => onChange(event.currentTarget.value as Sensitivity)}
      data={SENSITIVITIES.map((one) => ({
        value: one,
        label: t(`topics:sensitivity.${one}`, {
          alarms: format.decimal(MEASURED_FALSE_ALARMS[one]),
        }),
      }))}
    />
  );
}
