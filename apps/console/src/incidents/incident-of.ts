import type { IncidentView } from '@sturmwarte/contracts';

/** The incident an alert has joined, an open one before one that is over; null when it belongs to none. */
export function incidentOf(views: readonly IncidentView[], alertId: number): IncidentView | null {
  const own = views.filter(
    ({ incident }) =>
      incident.state !== 'merged' &&
      incident.alerts.some(({ alert, standing }) => alert.id === alertId && standing === 'joined'),
  );
  return own.find(({ incident }) => incident.state === 'open') ?? own[0] ?? null;
}
