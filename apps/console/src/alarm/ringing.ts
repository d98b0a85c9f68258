import type { AlertView } from '@sturmwarte/contracts';
import { isAlarm, type Level } from '@sturmwarte/domain';

/** An alarm that still waits for somebody. */
export function isRinging(alert: Pick<AlertView, 'level' | 'state' | 'held'>): boolean {
  return isAlarm(alert) && alert.state === 'open';
}

/** "(2) ▲4 Sturmwarte": how many wait, and the strongest of them. */
export function tabTitle(ringing: readonly { readonly level: Level }[], name: string): string {
  if (ringing.length === 0) return name;
  return `(${ringing.length}) ▲${strongest(ringing)} ${name}`;
}

export function strongest(alerts: readonly { readonly level: Level }[]): Level {
  return alerts.reduce<Level>((most, { level }) => (level > most ? level : most), 0);
}

/** What a message about an alert should sound like; null: nothing new to hear. */
export function ringOf(
  before: Pick<AlertView, 'level' | 'state' | 'held'> | undefined,
  alert: AlertView,
): Level | null {
  if (!isAlarm(alert)) return null;
  // Never heard of it: whoever is on it already need not be called.
  if (before === undefined) return alert.state === 'open' ? alert.level : null;
  // Somebody took it while it was held back: they are called only for what has risen since.
  if (before.held && before.state !== 'closed') {
    return alert.state === 'open' || alert.level > before.held.fromLevel ? alert.level : null;
  }
  return !isAlarm(before) || alert.level > before.level ? alert.level : null;
}
