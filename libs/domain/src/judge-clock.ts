const HOUR_MS = 3_600_000;
/** Clocks of two machines differ, but not by so much. */
const MOST_APART_MS = HOUR_MS;
/** A house that was closed for longer has a clock that might be wrong. */
const LONGEST_PAUSE_MS = 48 * HOUR_MS;
/** Time for people to read the log and put a clock right. */
const HOLD_MS = 24 * HOUR_MS;

/** What is kept of a clock between two looks at it, across restarts. */
export interface ClockMemory {
  readonly seenMs: number;
  /** After a jump: what cannot be undone waits until then. */
  readonly heldUntilMs: number | null;
}

export type ClockDoubt =
  | { readonly reason: 'differs'; readonly byMs: number }
  | { readonly reason: 'jumped'; readonly byMs: number; readonly untilMs: number };

export interface ClockVerdict {
  /** Null: what the clock says may be acted upon. */
  readonly doubt: ClockDoubt | null;
  /** To be kept for the next look; null: nothing was learnt. */
  readonly memory: ClockMemory | null;
}

/**
 * May something be erased because of what the clock says? Not while it contradicts the database's clock. Not within a
 * day after it has jumped ahead of what was seen last: both clocks may be those of one machine, and wrong. A clock that
 * is put back was wrong before; a second jump confirms the first.
 */
export function judgeClock(
  nowMs: number,
  databaseMs: number,
  before: ClockMemory | null,
): ClockVerdict {
  const apartMs = nowMs - databaseMs;
  if (Math.abs(apartMs) > MOST_APART_MS) {
    return { doubt: { reason: 'differs', byMs: apartMs }, memory: null };
  }
  if (before === null || nowMs < before.seenMs - MOST_APART_MS) {
    return { doubt: null, memory: { seenMs: nowMs, heldUntilMs: null } };
  }
  const byMs = nowMs - before.seenMs;
  const jumped = byMs > LONGEST_PAUSE_MS;
  const untilMs = before.heldUntilMs ?? (jumped ? nowMs + HOLD_MS : null);
  if (untilMs === null || nowMs >= untilMs) {
    return { doubt: null, memory: { seenMs: nowMs, heldUntilMs: null } };
  }
  return {
    doubt: { reason: 'jumped', byMs, untilMs },
    memory: { seenMs: nowMs, heldUntilMs: untilMs },
  };
}
