import { DomainError } from '../errors.js';
import type { Level } from '../level.js';
import type { SpaceKind } from '../space.js';
import { requireIncidentRight, type Actor } from './actor.js';
import type { EventOf } from './incident-event.js';
import type { SignedAlert } from './join-alert.js';

export interface OpenIncident {
  /** As `incidentNumber` makes it. */
  readonly number: string;
  readonly title: string;
  readonly brandId: number;
  readonly spaceId: number;
  readonly alerts: readonly SignedAlert[];
  /** When its first alert opened; null when there is none. */
  readonly firstAlertAt: string | null;
  readonly firstNegativeAt: string | null;
  /** Named by whoever opens it without an alert; null: now. */
  readonly t0: string | null;
}

/** The first entry of a journal. T0 is the opening of the first alert; without one the time its opener names. */
export function openIncident(command: OpenIncident, actor: Actor, at: string): EventOf<'opened'> {
  requireIncidentRight(command, actor, 'incident.open');
  const { number, title, brandId, spaceId, alerts, firstAlertAt, firstNegativeAt } = command;
  const t0 = firstAlertAt ?? command.t0 ?? at;
  if (Date.parse(t0) > Date.parse(at)) throw new DomainError('date-in-future', { field: 't0' });
  const level = alerts.reduce<Level>(
    (most, { sign }) => (sign.level > most ? sign.level : most),
    0,
  );
  return { type: 'opened', number, title, brandId, spaceId, t0, alerts, firstNegativeAt, level };
}

const SERIES: Record<SpaceKind, string> = { live: 'L', drill: 'U', replay: 'W' };

/** `L-2026-014`; drills (Übung) and replays (Wiedergabe) count for themselves: `U-2026-003`, `W-2026-001`. */
export function incidentNumber(kind: SpaceKind, year: number, count: number): string {
  return `${SERIES[kind]}-${year}-${String(count).padStart(3, '0')}`;
}
