import type { Alert, AlertEvent } from './alert.js';
import type { Evidence } from './evidence.js';

export interface AlertAndHistory {
  readonly alert: Pick<Alert, 'level' | 'peakLevel' | 'evidence'>;
  readonly history: readonly AlertEvent[];
}

/**
 * Why it fired: the evidence of the moment the alert reached its highest level. While it still stands there, the
 * newest evidence says more; once it eases, today's calm explains nothing.
 */
export function evidenceOfRise({ alert, history }: AlertAndHistory): Evidence {
  if (alert.level === alert.peakLevel) return alert.evidence;
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
