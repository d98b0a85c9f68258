import type { Level, Trend } from '@sturmwarte/domain';
import type { ReactNode } from 'react';
import { cx } from './cx.js';
import classes from './wind-barb.module.css';

/** The feathers of each level, at the windward end of the shaft (24 by 24, shaft from left to right). */
const FEATHERS: Record<Level, ReactNode> = {
  0: null,
  1: null,
  2: <path d="M20 12l2.2-4.4" />,
  3: <path d="M22 12l4-8" />,
  4: <path d="M22 12l4-8M17 12l4-8" />,
  5: <path d="M22 12l4-8M17 12l4-8M12 12l4-8" />,
  6: <path d="M22 12V3l-7 9z" fill="currentColor" />,
};

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
      {level === 0 ? (
        <circle cx="13" cy="12" r="7" />
      ) : (
        <>
          <circle cx="3" cy="12" r="2" fill="currentColor" />
          <path d="M5 12h17" />
          {FEATHERS[level]}
        </>
      )}
    </svg>
  );
}
