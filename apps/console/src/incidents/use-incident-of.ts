import { useQuery } from '@tanstack/react-query';
import type { AlertView, IncidentView } from '@sturmwarte/contracts';
import { incidentOf } from './incident-of.js';
import { incidentsQuery } from './incidents.queries.js';

/** The incident an alert belongs to; undefined while that is not known. */
export function useIncidentOf({
  id,
  spaceId,
}: Pick<AlertView, 'id' | 'spaceId'>): IncidentView | null | undefined {
  const { data, isError } = useQuery(incidentsQuery({ space: spaceId }));
  if (isError) return null;
  return data === undefined ? undefined : incidentOf(data, id);
}
