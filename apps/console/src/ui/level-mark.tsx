import type { Level, Trend } from '@sturmwarte/domain';
import { useText } from '../language/text.js';
import { cx } from './cx.js';
import classes from './level-mark.module.css';
import { WindBarb } from './wind-barb.js';

/** A level as it always appears: barb, number and name on its colour. `small` fits a table row. */
export function LevelMark({
  level,
  trend,
  small = false,
}: {
  level: Level;
  trend?: Trend;
  small?: boolean;
}) {
  const t = useText();
  return (
    <span className={cx(classes.mark, small && classes.small)} data-level={level}>
      <WindBarb level={level} size={small ? 18 : 26} {...(trend ? { trend } : {})} />
      <span className={classes.number}>{level}</span>
      <span>{t(`names:level.${level}`)}</span>
      {trend ? <span className="sw-hidden">, {t(`names:trend.${trend}`)}</span> : null}
    </span>
  );
}
