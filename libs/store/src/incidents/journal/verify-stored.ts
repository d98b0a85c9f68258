import {
  canonicalJson,
  incidentNumber,
  levelInForce,
  membersOf,
  wholeIncident,
  type Incident,
  type IncidentEvent,
  type JournalEntry,
} from '@sturmwarte/domain';
import type { EntityManager } from 'typeorm';
import type { Database } from '../../database.js';
import { IncidentEntity } from '../incident.entity.js';
import { JournalCheck } from './journal-check.js';
import type { JournalReport, TellFault } from './journal-report.js';

const AT_ONCE = 1_000;

/**
 * Checks every journal of a database: its chain, its end, and that what is stored as the state is its fold. Works while
 * a server writes: each incident is read as of one moment.
 */
export async function* verifyStored(db: Database, tell: TellFault): AsyncGenerator<JournalReport> {
  const ids = await db.dataSource.query<{ id: number }[]>('select id from incident order by id');
  for (const { id } of ids) {
    const report = await db.dataSource.transaction('REPEATABLE READ', (manager) =>
      verifyOne(manager, id, tell),
    );
    if (report !== null) yield report;
  }
  yield* missingNumbers(db, tell);
}

/** Null when it went with its space meanwhile. */
async function verifyOne(
  manager: EntityManager,
  id: number,
  tell: TellFault,
): Promise<JournalReport | null> {
  const row = await manager.getRepository(IncidentEntity).findOneBy({ id });
  if (row === null) return null;
  let faults = 0;
  const told = (fault: Parameters<TellFault>[1]): void => {
    faults += 1;
    tell(row.number, fault, null);
  };
  const check = new JournalCheck(String(id));
  let entries = 0;
  for await (const { entry, type } of entriesOf(manager, id)) {
    entries += 1;
    const found = check.take(entry);
    found.forEach(told);
    // The column people and queries look at, beside the chain.
    if (found.length === 0 && type !== entry.event.type) told({ kind: 'altered', seq: entry.seq });
  }
  check.end({ seq: row.version, hash: row.head }).forEach(told);
  if (faults === 0 && check.incident !== null) {
    const fields = differences(row, check.incident);
    if (fields.length > 0) told({ kind: 'state', fields });
  }
  return { number: row.number, title: row.title, entries, head: check.head, faults };
}

interface EntryRow {
  readonly seq: number;
  readonly at: Date;
  readonly by_id: number | null;
  readonly by_name: string | null;
  readonly type: string;
  readonly event: IncidentEvent;
  readonly previous: string;
  readonly hash: string;
}

async function* entriesOf(
  manager: EntityManager,
  id: number,
): AsyncGenerator<{ readonly entry: JournalEntry; readonly type: string }> {
  for (let seen: number | null = null; ;) {
    const rows: EntryRow[] = await manager.query(
      `select seq, at, by_id, by_name, type, event, previous, hash from incident_entry
       where incident_id = $1 and ($2::int is null or seq > $2) order by seq limit ${AT_ONCE}`,
      [id, seen],
    );
    for (const row of rows) yield { entry: entryOf(row), type: row.type };
    seen = rows.at(-1)?.seq ?? null;
    if (rows.length < AT_ONCE) return;
  }
}

function entryOf({ seq, at, by_id: id, by_name: name, event, previous, hash }: EntryRow) {
  // Half a person is nobody our rules wrote; said as it is, so that the hash does not fit.
  const by = id === null && name === null ? null : { id: id as number, name: name as string };
  return { seq, at: at.toISOString(), by, event, previous, hash };
}

/** Names of what is stored otherwise than the journal says. */
function differences(row: IncidentEntity, fold: Incident): string[] {
  const same = (one: unknown, other: unknown): boolean =>
    canonicalJson(one) === canonicalJson(other);
  const whole = wholeIncident(row.body);
  const body = [...new Set([...Object.keys(whole), ...Object.keys(fold)])].filter(
    (key) => !same(whole[key as keyof Incident] ?? null, fold[key as keyof Incident] ?? null),
  );
  const columns = {
    number: fold.number,
    spaceId: fold.spaceId,
    brandId: fold.brandId,
    title: fold.title,
    state: fold.state,
    level: levelInForce(fold),
    impact: fold.impact?.impact ?? null,
    members: inOrder(membersOf(fold)),
  };
  const stored = { ...row, members: inOrder(row.members) };
  const beside = Object.entries(columns)
    .filter(([key, value]) => !same(stored[key as keyof typeof columns], value))
    .map(([key]) => `incident.${key}`);
  return [...body, ...beside];
}

/** A set of people: in which order it was stored says nothing. */
function inOrder(members: readonly number[]): number[] {
  return [...members].sort((one, other) => one - other);
}

/** Numbers of the live space are given out once and without a gap: one without an incident was removed by hand. */
async function* missingNumbers(db: Database, tell: TellFault): AsyncGenerator<JournalReport> {
  const given = await db.dataSource.query<{ series: string; taken: number }[]>(
    `select series, taken from incident_series where series like 'live-%' order by series`,
  );
  for (const { series, taken } of given) {
    const year = Number(series.slice('live-'.length));
    const numbers = Array.from({ length: taken }, (_, n) => incidentNumber('live', year, n + 1));
    const rows = await db.dataSource.query<{ number: string }[]>(
      `select n as number from unnest($1::text[]) n where not exists (select from incident i where i.number = n)`,
      [numbers],
    );
    for (const { number } of rows) {
      tell(number, { kind: 'gone' }, null);
      yield { number, title: '', entries: 0, head: { seq: 0, hash: '' }, faults: 1 };
    }
  }
}
