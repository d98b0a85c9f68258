import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { OUTLET_CHANNELS, type OutletChannel } from '@sturmwarte/domain';
import { useText } from '../language/text.js';
import classes from './wordings.module.css';

/** Where a rule counts; none chosen: everywhere. */
export function ChannelsField({
  value,
  onChange,
}: {
  value: readonly OutletChannel[] | null;
  onChange: (value: readonly OutletChannel[] | null) => void;
}) {
  const t = useText();
  const chosen = value ?? [];
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('wording:rules.channels')}</legend>
      <div className={classes.choices}>
        {OUTLET_CHANNELS.map((channel) => (
          <Checkbox
            key={channel}
            label={t(`playbooks:channel.${channel}`)}
            checked={chosen.includes(channel)}
            onChange={(event) => {
              const next = event.currentTarget.checked
                ? OUTLET_CHANNELS.filter((one) => one === channel || chosen.includes(one))
                : chosen.filter((one) => one !== channel);
              onChange(next.length === 0 ? null : next);
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
