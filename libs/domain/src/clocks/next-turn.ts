import type { IncidentClock } from './incident-clock.js';
import { CLOCK_VOLUMES, turnsOf, type TurnAt } from './turns-of.js';

/** The next turn after this moment; null when nothing more happens by itself. One timer for it is enough. */
export function nextTurn(clock: IncidentClock, nowMs: number): TurnAt | null {
  return turnsOf(clock).find(({ atMs }) => atMs > nowMs) ?? null;
}

/** The turn the clock has come to by now; null before the first. */
export function turnReached(clock: IncidentClock, nowMs: number): TurnAt | null {
  return turnsOf(clock).findLast(({ atMs }) => atMs <= nowMs) ?? null;
}

/**
 * What is still to be told, given the last turn that was recorded for this clock (`null`: none). Asked at any moment
 * and as often as one likes, each turn comes out once; after a silence (a restart, an anchor set for last week) only
 * the loudest of those that were missed.
 */
export function turnToTake(
  clock: IncidentClock,
  taken: Pick<TurnAt, 'volume' | 'planMs'> | null,
  nowMs: number,
): TurnAt | null {
  const reached = turnReached(clock, nowMs);
  if (reached === null) return null;
  const known = taken !== null && taken.planMs === reached.planMs ? rank(taken) : -1;
  return rank(reached) > known ? reached : null;
}

function rank({ volume }: Pick<TurnAt, 'volume'>): number {
  return CLOCK_VOLUMES.indexOf(volume);
}
