import { windBarb, type Level, type Trend } from '@sturmwarte/domain';
import { cx } from './cx.js';
import classes from './wind-barb.module.css';

/**
 * The mark of a level: a meteorological wind barb, turned by the trend (rising points up, easing down). Says nothing
 * to a screen reader; its number and name stand beside it.
 */
export function WindBarb({
  level,
  trend = 'steady',
  size = 24,
}: {
  level: Level;
  trend?: Trend;
  size?: number;
}) {
  const { circle, strokes, pennant } = windBarb(level);
  return (
    <svg
      className={cx(classes.barb, level > 0 && classes[trend])}
      width={size}
      height={size}
      viewBox="0 0 26 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <circle
        cx={circle.x}
        cy={circle.y}
        r={circle.r}
        fill={circle.filled ? 'currentColor' : 'none'}
      />
      {strokes === '' ? null : <path d={strokes} />}
      {pennant === null ? null : <path d={pennant} fill="currentColor" />}
    </svg>
  );
}
