import type { Incident } from './incident.js';
import { statusDue } from './status-due.js';

export interface NextStatus {
  readonly dueMs: number;
  readonly overdue: boolean;
}

/** When the executives are owed the next status, and whether that time has passed. Null: none is owed. */
export function nextStatus(
  incident: Pick<Incident, 'state' | 'level' | 'status' | 't0'>,
  nowMs: number,
): NextStatus | null {
  const due = statusDue(incident);
  return due && { dueMs: due.dueMs, overdue: nowMs >= due.dueMs };
}
