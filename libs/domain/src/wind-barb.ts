import type { Level } from './level.js';

/** The mark of a level as lines, in a field of 26 by 24: the same drawing on screens, on paper and in a PDF. */
export interface WindBarb {
  /** Centre and radius. */
  readonly circle: {
    readonly x: number;
    readonly y: number;
    readonly r: number;
    readonly filled: boolean;
  };
  /** SVG paths: shaft and feathers. */
  readonly strokes: string;
  /** SVG path of the pennant; null below a hurricane. */
  readonly pennant: string | null;
}

/** The feathers of each level, at the windward end of the shaft (which runs from left to right). */
const FEATHERS: Readonly<Record<Level, string>> = {
  0: '',
  1: '',
  2: 'M20 12l2.2-4.4',
  3: 'M22 12l4-8',
  4: 'M22 12l4-8M17 12l4-8',
  5: 'M22 12l4-8M17 12l4-8M12 12l4-8',
  6: '',
};

/** A meteorological wind barb; at level 0 the open circle of a calm. */
export function windBarb(level: Level): WindBarb {
  if (level === 0) {
    return { circle: { x: 13, y: 12, r: 7, filled: false }, strokes: '', pennant: null };
  }
  return {
    circle: { x: 3, y: 12, r: 2, filled: true },
    strokes: `M5 12h17${FEATHERS[level]}`,
    pennant: level === 6 ? 'M22 12V3l-7 9z' : null,
  };
}

/** Degrees by which the trend turns the mark: rising points up, easing down. */
export const TREND_TURN = { rising: -32, steady: 0, easing: 32 } as const;
