import type { AlertHold } from './alert-hold.js';

/** Nothing new to tell: the same mute with the same end, or the same higher alert, whatever share it has by now. */
export function isSameHold(one: AlertHold | null, other: AlertHold | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.kind === 'mute') {
    return other.kind === 'mute' && one.muteId === other.muteId && one.until === other.until;
  }
  return other.kind === 'explained' && one.alertId === other.alertId;
}
