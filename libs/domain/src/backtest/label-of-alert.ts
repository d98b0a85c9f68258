import type { Alert } from '../alert.js';
import type { Label } from './label.js';

/**
 * What people said of an alert by closing it: "no event" is nothing, an all-clear ends a storm, and so does having made
 * an incident of it. The storm begins with the incident's T0 where there is one. Null: nobody has said anything.
 */
export function labelOfAlert(
  alert: Pick<Alert, 'openedAt' | 'closedAt' | 'closeKind' | 'closeReason'>,
  incidentBeganAt: string | null,
  now: number,
): Label | null {
  const opened = Date.parse(alert.openedAt);
  const to = alert.closedAt === null ? now : Date.parse(alert.closedAt);
  if (alert.closeKind === 'no-event') {
    return { kind: 'nothing', from: opened, to, reason: alert.closeReason };
  }
  if (alert.closeKind !== 'all-clear' && incidentBeganAt === null) return null;
  const from = incidentBeganAt === null ? opened : Date.parse(incidentBeganAt);
  return { kind: 'storm', from: Math.min(from, to), to, reason: null };
}
