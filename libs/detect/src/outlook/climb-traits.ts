import { strength, type Phase } from './traits.js';
import type { WayUp } from './way-up.js';

const MOST_SCORE = 3;

/** What the chance of the next level hangs on. `nextHour`: negatives expected in the next hour. */
export function climbTraits(way: WayUp, nextHour: number, phase: Phase): readonly number[] {
  const need = strength(way.negatives);
  return [
    1,
    strength(nextHour) - need,
    Math.min(0, strength(way.observed) - need),
    Math.min(MOST_SCORE, way.score),
    way.share,
    phase === 'fresh' ? 1 : 0,
    phase === 'rising' ? 1 : 0,
    way.level <= 3 ? 1 : 0,
  ];
}
