import { nextStatusMs } from '../cadence/status-cadence.js';
import { levelInForce, type Incident } from './incident.js';

export interface StatusDue {
  /** What the time is counted from: the last status, T0 before the first one, or the rise that brought it forward. */
  readonly anchorMs: number;
  readonly dueMs: number;
}

/**
 * When the next status is owed: as the last one said, else by the cadence of the level. A rise since then brings it
 * forward. Null: none is owed. The executives' page and the clock in the room both ask here.
 */
export function statusDue(
  incident: Pick<Incident, 'state' | 'level' | 'status' | 't0'>,
): StatusDue | null {
  if (incident.state !== 'open') return null;
  const { status, t0, level } = incident;
  const inForce = levelInForce(incident);
  const lastMs = Date.parse(status?.at ?? t0);
  const said = status?.nextDue ?? null;
  const sinceMs = Date.parse(level.since);
  const risen = level.trend === 'rising' && sinceMs > lastMs;
  const candidates = [
    { anchorMs: lastMs, dueMs: said === null ? nextStatusMs(lastMs, inForce) : Date.parse(said) },
    { anchorMs: sinceMs, dueMs: risen ? nextStatusMs(sinceMs, inForce) : null },
  ];
  return candidates
    .filter((one): one is StatusDue => one.dueMs !== null)
    .reduce<StatusDue | null>(
      (first, one) => (first === null || one.dueMs < first.dueMs ? one : first),
      null,
    );
}
