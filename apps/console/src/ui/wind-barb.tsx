import type { Level, Trend } from '@sturmwarte/domain';
import type { ReactNode } from 'react';
import { cx } from './cx.js';
import classes from './wind-barb.module.css';

/** The feathers of each level, at the windward end of the shaft (24 by 24, shaft from left to right). */
const FEATHERS: Record<Level, ReactNode> = {
  0: null,
  1: null,
  2: <path d="M18 12l1.8-3.6" />,
  3: <path d="M21 12l3-7" />,
  4: <path d="M21 12l3-7M16.5 12l3-7" />,
  5: <path d="M21 12l3-7M16.5 12l3-7M12 12l3-7" />,
  6: <path d="M21.5 12L20 3.5 13 12z" fill="currentColor" />,
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
      viewBox="-1 0 26 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {level === 0 ? (
        <circle cx="12" cy="12" r="6.5" />
      ) : (
        <>
          <circle cx="3.5" cy="12" r="2.2" fill="currentColor" />
          <path d="M5 12h16" />
          {FEATHERS[level]}
        </>
      )}
    </svg>
  );
}
