import type { IncidentView, LiveMessage } from '@sturmwarte/contracts';
import {
  CHAIN_START,
  DomainError,
  levelInForce,
  membersOf,
  type Incident,
  type IncidentEvent,
  type JournalEntry,
  type PersonRef,
  type SpaceKind,
  incidentNumber,
  wholeIncident,
} from '@sturmwarte/domain';
import { appendLive } from '../live/index.js';
import { settlePublications } from '../publishing/settle-publications.js';
import type { Tx } from '../tx.js';
import { violates } from '../violates.js';
import { appendEntries } from './append-entries.js';
import { IncidentEntity } from './incident.entity.js';
import { incidentViewOf } from './incident-view-of.js';

/** What became true, and the numbered message that tells it: publish `live.appended` after the commit. */
export interface RecordedIncident {
  readonly view: IncidentView;
  readonly entries: readonly JournalEntry[];
  readonly message: LiveMessage;
}

export interface JournalDecision {
  readonly events: readonly IncidentEvent[];
  /** ISO, by the clock of the incident's space. */
  readonly at: string;
  /** Null: the machine. */
  readonly by: PersonRef | null;
  /** When the next clock turns by itself, from the state after these events. */
  readonly nextTurn: (after: Incident) => string | null;
}

/** The next number of its series, e.g. `L-2026-014`; taken for good when the transaction commits. */
export async function takeNumber(tx: Tx, kind: SpaceKind, year: number): Promise<string> {
  const [row] = await tx.query<{ taken: number }>(
    `insert into incident_series (series, taken) values ($1, 1)
     on conflict (series) do update set taken = incident_series.taken + 1 returning taken`,
    [`${kind}-${year}`],
  );
  if (!row) throw new Error('no number for an incident');
  return incidentNumber(kind, year, row.taken);
}

/** The first entry of a new journal, and what follows in the same breath. */
export async function recordOpening(tx: Tx, decision: JournalDecision): Promise<RecordedIncident> {
  const [opened] = decision.events;
  if (opened?.type !== 'opened') throw new Error('a journal begins with its opening');
  const [row] = await tx.query<{ id: number }>(
    `insert into incident (number, space_id, brand_id, title, state, level, version, head, opened_at, members, body)
     values ($1, $2, $3, $4, 'open', $5, 0, $6, $7, '{}', '{}') returning id`,
    [
      opened.number,
      opened.spaceId,
      opened.brandId,
      opened.title,
      opened.level,
      CHAIN_START,
      decision.at,
    ],
  );
  if (!row) throw new Error('no incident inserted');
  return write(tx, row.id, null, CHAIN_START, decision);
}

/** An incident under the lock that its journal is written under. */
export interface LockedIncident {
  readonly id: number;
  readonly incident: Incident;
  readonly head: string;
}

/**
 * Locks incidents, in the order of their ids so that nobody waits for each other in a circle. Refuses `not-found` for
 * one that is not there.
 */
export async function lockIncidents(
  tx: Tx,
  ids: readonly number[],
): Promise<ReadonlyMap<number, LockedIncident>> {
  const rows = await tx.query<{ id: number; body: Incident; head: string }>(
    'select id, body, head from incident where id = any($1) order by id for update',
    [ids],
  );
  const found = new Map(
    rows.map(({ id, body, head }) => [id, { id, incident: wholeIncident(body), head }] as const),
  );
  const missing = ids.find((id) => !found.has(id));
  if (missing !== undefined) throw new DomainError('not-found', { what: 'incident', id: missing });
  return found;
}

/** Writes what was decided about a locked incident. Null when nothing was. */
export async function recordEntries(
  tx: Tx,
  { id, incident, head }: LockedIncident,
  decision: JournalDecision,
): Promise<RecordedIncident | null> {
  if (decision.events.length === 0) return null;
  return write(tx, id, incident, head, decision);
}

async function write(
  tx: Tx,
  id: number,
  before: Incident | null,
  head: string,
  { events, at, by, nextTurn }: JournalDecision,
): Promise<RecordedIncident> {
  const appended = await appendEntries(tx, { id, incident: before, head }, events, at, by);
  await settleAlerts(tx, id, events);
  const row = await save(tx, id, appended.incident, appended.head, nextTurn(appended.incident), at);
  await settlePublications(
    tx,
    { id, spaceId: row.spaceId, brandId: row.brandId },
    appended.entries,
  );
  const over = events.some(({ type }) => type === 'all-clear-given');
  const message = await appendLive(tx, row.brandId, {
    type: 'incident',
    incidentId: id,
    seq: row.version,
    ...(over ? { allClear: row.number } : {}),
  });
  return { view: incidentViewOf(row), entries: appended.entries, message };
}

async function save(
  tx: Tx,
  id: number,
  body: Incident,
  head: string,
  nextTurn: string | null,
  at: string,
): Promise<IncidentEntity> {
  const incidents = tx.manager.getRepository(IncidentEntity);
  const row = await incidents.findOneByOrFail({ id });
  const ended = body.state === 'open' ? null : (row.endedAt ?? new Date(at));
  return incidents.save({
    ...row,
    title: body.title,
    state: body.state,
    level: levelInForce(body),
    impact: body.impact?.impact ?? null,
    version: body.version,
    head,
    endedAt: ended,
    members: membersOf(body),
    nextTurnAt: nextTurn === null ? null : new Date(nextTurn),
    body,
  });
}

/** Which incident an alert belongs to, outside of the journal: one at a time. */
async function settleAlerts(tx: Tx, id: number, events: readonly IncidentEvent[]): Promise<void> {
  for (const event of events) {
    if (event.type === 'opened') {
      await claim(
        tx,
        id,
        event.alerts.map(({ alert }) => alert.id),
      );
    } else if (event.type === 'alert-joined')
      await claim(tx, id, [event.alert.id], event.how === 'merge');
    else if (event.type === 'alert-left') {
      await tx.query('delete from incident_alert where alert_id = $1 and incident_id = $2', [
        event.alertId,
        id,
      ]);
    }
  }
}

async function claim(
  tx: Tx,
  id: number,
  alerts: readonly number[],
  takingOver = false,
): Promise<void> {
  if (alerts.length === 0) return;
  try {
    await tx.query(
      `insert into incident_alert (alert_id, incident_id) select unnest($1::int[]), $2
       ${takingOver ? 'on conflict (alert_id) do update set incident_id = excluded.incident_id' : ''}`,
      [alerts, id],
    );
  } catch (error) {
    if (violates(error, 'incident_alert_pkey')) throw new DomainError('alert-taken', {});
    throw error;
  }
}
