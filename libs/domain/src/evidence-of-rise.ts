import type { Alert, AlertEvent } from './alert.js';
import type { Evidence, SignalName } from './evidence.js';

/** Without these no level is reached by the detector. */
const CARRYING: readonly SignalName[] = ['score', 'volume', 'ratio'];

export interface AlertAndHistory {
  readonly alert: Pick<Alert, 'level' | 'peakLevel' | 'evidence'>;
  readonly history: readonly AlertEvent[];
}

/**
 * Why it fired: the evidence of the moment the alert reached its highest level. While the storm still blows as that level
 * asks, the newest evidence says more; once it eases, today's calm explains nothing, even where the level has yet to fall.
 */
export function evidenceOfRise({ alert, history }: AlertAndHistory): Evidence {
  if (alert.level === alert.peakLevel && !isOnlyHeld(alert.evidence)) return alert.evidence;
  for (const event of history) {
    const reached =
      event.type === 'raised' || event.type === 'reopened'
        ? event.level
        : event.type === 'level-changed'
          ? event.to
          : null;
    if (reached === alert.peakLevel && 'evidence' in event && event.evidence) return event.evidence;
  }
  return alert.evidence;
}

/** A level falls later than the storm: what it is reached by is no longer there. */
function isOnlyHeld({ cause, signals }: Evidence): boolean {
  const carrying = signals.filter(({ name }) => CARRYING.includes(name));
  return cause === 'detector' && carrying.some(({ state }) => state === 'unmet');
}
