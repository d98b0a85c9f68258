import type { IncidentView } from '@sturmwarte/contracts';
import { wholeIncident } from '@sturmwarte/domain';
import type { IncidentEntity } from './incident.entity.js';

/** What people who may enter see of an incident. */
export function incidentViewOf({ id, body }: Pick<IncidentEntity, 'id' | 'body'>): IncidentView {
  return { id, incident: wholeIncident(body) };
}
