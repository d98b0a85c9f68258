/** `delayed`: the wire stands but the server's beat is missing. */
export type LiveConnection = 'connecting' | 'connected' | 'delayed' | 'disconnected';

export interface LiveStatus {
  readonly connection: LiveConnection;
  /** Local time of the last sign of life; null before the first. */
  readonly lastHeardAt: number | null;
  /** Server clock minus local clock, ms. */
  readonly clockOffsetMs: number;
  /** How many events the last reconnect brought; `count` 0 before any. */
  readonly reloaded: { readonly count: number; readonly at: number };
}

export const STALE_AFTER_MS = 5_000;
/** Without a beat for this long a wire that claims to stand is dead. */
export const DEAD_AFTER_MS = 20_000;

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 15_000;

/** Doubling pauses, spread so that a whole house does not knock at the same moment. */
export function retryDelayMs(attempt: number, random: number): number {
  const full = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempt, 10));
  return Math.round(full * (0.5 + random / 2));
}
