import { NativeSelect } from '@mantine/core';
import { MEASURED_FALSE_ALARMS, SENSITIVITIES, type Sensitivity } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';

const OWN = 'own';

/** How easily a topic alarms, each choice with what it costs: the false alarms measured in a week. */
export function SensitivityField({
  value,
  isOwn,
  readOnly,
  onChange,
}: {
  value: Sensitivity;
  /** A number stands instead of the choice. */
  isOwn: boolean;
  readOnly: boolean;
  onChange: (value: Sensitivity) => void;
}) {
  const t = useText();
  const format = useFormat();
  return (
    <NativeSelect
      label={t('topics:sensitivity.label')}
      description={t('topics:sensitivity.hint')}
      value={isOwn ? OWN : value}
      disabled={readOnly}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        if (chosen !== OWN) onChange(chosen as Sensitivity);
      }}
      data={[
        ...SENSITIVITIES.map((one) => ({
          value: one,
          label: t(`topics:sensitivity.${one}`, {
            alarms: format.decimal(MEASURED_FALSE_ALARMS[one]),
          }),
        })),
        ...(isOwn ? [{ value: OWN, label: t('topics:sensitivity.own') }] : []),
      ]}
    />
  );
}
