import { useQueries } from '@tanstack/react-query';
import { mediaEcho, type Incident, type MediaVoice } from '@sturmwarte/domain';
import { alertQuery } from '../alerts/alerts.queries.js';

/** Outlets among the evidence of the incident's alerts, as far as it is at hand. */
export function useMediaEcho({ alerts }: Pick<Incident, 'alerts'>): readonly MediaVoice[] {
  const joined = alerts.filter(({ standing }) => standing === 'joined');
  const details = useQueries({ queries: joined.map(({ alert }) => alertQuery(alert.id)) });
  return mediaEcho(details.flatMap(({ data }) => data?.samples ?? []));
}
