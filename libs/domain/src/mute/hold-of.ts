import type { Alert } from '../alert.js';
import { NOTICE_LEVEL, type Level } from '../level.js';
import type { AlertHold, Explaining } from './alert-hold.js';
import { BREAK_LEVEL } from './mute-limits.js';
import type { Mute } from './mute.js';

/** What may keep an alert quiet at this moment. */
export interface Calm {
  /** The mute of its topic that stands. */
  readonly mute: Mute | null;
  readonly explained: Explaining | null;
}

export const NO_CALM: Calm = { mute: null, explained: null };

/**
 * Why an alert calls nobody now; null: it calls. Once it has risen to the level that breaks through, its mute holds it
 * no more: somebody is at work on it. People's mutes are named before the machine's explanation.
 */
export function holdOf(alert: Alert, { mute, explained }: Calm): AlertHold | null {
  if (alert.state === 'closed') return alert.held ?? null;
  const fromLevel: Level = alert.held?.fromLevel ?? alert.level;
  if (mute !== null && !(mute.breaksThrough && alert.peakLevel >= BREAK_LEVEL)) {
    const { id: muteId, until, by, reason } = mute;
    return { kind: 'mute', muteId, until, by, reason, fromLevel };
  }
  if (explained !== null && alert.level >= NOTICE_LEVEL) {
    return { kind: 'explained', ...explained, fromLevel };
  }
  return null;
}
