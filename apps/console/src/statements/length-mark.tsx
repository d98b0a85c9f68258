import { OUTLET_LIMITS, outletLength, type OutletChannel } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import classes from './length-mark.module.css';

/** Characters as the platform counts them, and how many it takes. */
export function LengthMark({
  channel,
  text,
  id,
}: {
  channel: OutletChannel;
  text: string;
  id?: string;
}) {
  const t = useText();
  const format = useFormat();
  const limit = OUTLET_LIMITS[channel];
  const length = outletLength(channel, text);
  if (limit === null) {
    return (
      <span id={id} className={classes.length}>
        {t('statements:length.plain', { length })}
      </span>
    );
  }
  const over = length - limit;
  return (
    <span id={id} className={classes.length} data-over={over > 0 || undefined}>
      {over > 0 ? <Icon name="warn" size={14} /> : null}
      {format.integer(length)}/{format.integer(limit)}{' '}
      {over > 0 ? t('statements:length.over', { count: over }) : t('statements:length.unit')}
    </span>
  );
}
