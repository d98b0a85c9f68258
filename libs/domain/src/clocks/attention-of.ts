import type { IncidentClock } from './incident-clock.js';
import { turnReached } from './next-turn.js';

/** How loudly a clock is shown. `quiet`: settled. `open`: somebody has something to do. */
export const ATTENTIONS = ['quiet', 'open', 'amber', 'red'] as const;
export type Attention = (typeof ATTENTIONS)[number];

/** A clock nobody has assessed is as loud as one that runs, and grows louder when it stays so. */
export function attentionOf(clock: IncidentClock, nowMs: number): Attention {
  const { kind } = clock.standing;
  if (kind === 'not-applicable' || kind === 'fulfilled') return 'quiet';
  const volume = turnReached(clock, nowMs)?.volume ?? 'open';
  return volume === 'overdue' ? 'red' : volume;
}
