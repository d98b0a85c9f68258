import type { Alert, AlertEvent } from './alert.js';
import { ALARM_LEVEL } from './level.js';

/** Before: noticed, no alarm yet. Acute: an alarm. After: it was one, or it is closed. */
export const ALERT_PHASES = ['before', 'acute', 'after'] as const;
export type AlertPhase = (typeof ALERT_PHASES)[number];

export function alertPhase(alert: Pick<Alert, 'state' | 'level' | 'peakLevel'>): AlertPhase {
  if (alert.state === 'closed') return 'after';
  if (alert.level >= ALARM_LEVEL) return 'acute';
  return alert.peakLevel >= ALARM_LEVEL ? 'after' : 'before';
}

export interface PhaseBegin {
  readonly phase: AlertPhase;
  readonly at: string;
}

/** The phases an alert went through, oldest first; one that burns again is acute again. */
export function phasesOf(history: readonly AlertEvent[]): PhaseBegin[] {
  const phases: PhaseBegin[] = [];
  let peak = 0;
  let level = 0;
  let closed = false;
  for (const event of history) {
    if (event.type === 'raised' || event.type === 'reopened') level = event.level;
    else if (event.type === 'level-changed') level = event.to;
    else if (event.type !== 'closed') continue;
    if (event.type !== 'level-changed') closed = event.type === 'closed';
    peak = Math.max(peak, level);
    const phase = alertPhase({
      state: closed ? 'closed' : 'open',
      level: level as Alert['level'],
      peakLevel: peak as Alert['level'],
    });
    if (phases.at(-1)?.phase !== phase) phases.push({ phase, at: event.at });
  }
  return phases;
}
