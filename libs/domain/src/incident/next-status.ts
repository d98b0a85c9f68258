import { nextStatusMs } from '../cadence/status-cadence.js';
import { levelInForce, type Incident } from './incident.js';

export interface NextStatus {
  readonly dueMs: number;
  readonly overdue: boolean;
}

/**
 * When the executives are owed the next status: as the last one said, else by the cadence of the level. A rise since
 * then brings it forward. Null: none is owed.
 */
export function nextStatus(
  incident: Pick<Incident, 'state' | 'level' | 'status' | 't0'>,
  nowMs: number,
): NextStatus | null {
  if (incident.state !== 'open') return null;
  const { status, t0 } = incident;
  const level = levelInForce(incident);
  const lastMs = Date.parse(status?.at ?? t0);
  const sinceMs = Date.parse(incident.level.since);
  const said = status?.nextDue ?? null;
  const byCadence = nextStatusMs(lastMs, level);
  const risen = incident.level.trend === 'rising' && sinceMs > lastMs;
  const byRise = risen ? nextStatusMs(sinceMs, level) : null;
  const dues = [said === null ? byCadence : Date.parse(said), byRise].filter((ms) => ms !== null);
  if (dues.length === 0) return null;
  const dueMs = Math.min(...dues);
  return { dueMs, overdue: nowMs >= dueMs };
}
