import type { Alert } from '../alert.js';
import { ALARM_LEVEL, type Level } from '../level.js';

/** "Clearly higher": so many levels above before it explains, and still above while it does. */
const LEVELS_ABOVE = 2;
/** "Most mentions": of the lower alert's, so large a share; a little less is enough once it explains. */
const LEAST_SHARE = 0.6;
const LEAST_SHARE_STILL = 0.5;
/** Fewer mentions tell nothing about a share. */
const LEAST_MENTIONS = 5;

export interface Overlap {
  readonly total: number;
  readonly shared: number;
}

/**
 * Does a higher alert of the same brand say most of what a topic at this level says? Only one that calls itself, and
 * only when the overlap is known; what explains goes on doing so until it is no longer above.
 */
export function explains(
  higher: Alert,
  level: Level,
  overlap: Overlap | null,
  already: boolean,
): boolean {
  if (higher.state === 'closed' || higher.level < ALARM_LEVEL || (higher.held ?? null) !== null) {
    return false;
  }
  if (higher.level - level < (already ? 1 : LEVELS_ABOVE)) return false;
  if (overlap === null || overlap.total < LEAST_MENTIONS) return false;
  return overlap.shared / overlap.total >= (already ? LEAST_SHARE_STILL : LEAST_SHARE);
}
