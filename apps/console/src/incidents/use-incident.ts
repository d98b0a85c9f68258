import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { IncidentDetail } from '@sturmwarte/contracts';
import { incidentQuery } from './incidents.queries.js';
// With it comes what folds the news of the wire into what is shown.
import './put-entries.js';

/** An incident on a page: what the server said, and what the wire says from then on. */
export function useIncident(id: number): UseQueryResult<IncidentDetail> {
  return useQuery(incidentQuery(id));
}
