/** A pause so many times the pace it had is no chance any more. */
const PACES = 10;
const FLOOR_MINUTES = 3;
/** Without a known rhythm a suspicion does not last longer. */
const LONGEST_UNKNOWN_MINUTES = 60;

/**
 * Before a source counts as silent: has it broken off in the middle of its pace? Then nobody is told yet, but no level
 * may fall. `paceMinutes` is the mean pause when it was last heard; null when that was too little to tell.
 */
export function isSuspiciouslyQuiet(
  lastHeardMs: number | null,
  paceMinutes: number | null,
  limitMinutes: number | null,
  nowMs: number,
): boolean {
  if (lastHeardMs === null || paceMinutes === null) return false;
  const quietMinutes = (nowMs - lastHeardMs) / 60_000;
  const until = limitMinutes ?? LONGEST_UNKNOWN_MINUTES;
  return quietMinutes > Math.max(FLOOR_MINUTES, PACES * paceMinutes) && quietMinutes <= until;
}
