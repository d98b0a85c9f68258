import { useParams } from '@tanstack/react-router';
import { ExecutiveIncident } from './executive-incident.js';

/** Leitung of one incident, by its address. */
export function ExecutiveIncidentPage() {
  const { incidentId } = useParams({ from: '/watch/executive/$incidentId' });
  return <ExecutiveIncident key={incidentId} id={incidentId} />;
}
