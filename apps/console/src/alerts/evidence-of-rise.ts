import type { AlertDetail } from '@sturmwarte/contracts';
import type { Evidence } from '@sturmwarte/domain';

/**
 * Why it fired: the evidence of the moment the alert reached its highest level. While it still stands there, the
 * newest evidence says more; once it eases, today's calm explains nothing.
 */
export function evidenceOfRise({ alert, history }: AlertDetail): Evidence {
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
