import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  decideIncident,
  DomainError,
  evolveIncident,
  type Incident,
  type IncidentCommand,
  type IncidentEvent,
} from '@sturmwarte/domain';
import { aContext, anOpening, aPerson } from '@sturmwarte/domain/testing';
import fc from 'fast-check';
import { openDatabase, type Database } from '../database.js';
import { SpaceRepository } from '../spaces/index.js';
import { testDatabase, type TestDatabase } from '../testing/index.js';
import { appendEntries } from './append-entries.js';
import {
  IncidentRepository,
  lockIncidents,
  recordEntries,
  recordOpening,
  takeNumber,
  verifyStored,
  type JournalFault,
} from './index.js';

const AT = '2026-03-02T14:00:00.000Z';
const MEIER = aPerson(1, 'Meier', 'lead');
const LANG = aPerson(2, 'Lang', 'pr', 'lead');
const still = { at: AT, nextTurn: () => null };

/** What a person does, and how long they hold the lock before they write: so that all orders happen. */
interface Deed {
  readonly command: IncidentCommand;
  readonly pauseMs: number;
}
const command = fc.oneof(
  fc.record({
    type: fc.constant('write-entry' as const),
    kind: fc.constantFrom('note' as const, 'fact' as const),
    text: fc.string({ minLength: 1, maxLength: 8 }).map((text) => text.replaceAll('\0', '')),
    source: fc.constant(null),
    contents: fc.constant([]),
  }),
  fc.record({
    type: fc.constant('record-claim' as const),
    text: fc.constantFrom('Akku', 'Kabel'),
    standing: fc.constant('assumption' as const),
    source: fc.constant(null),
  }),
  fc.record({
    type: fc.constant('assign-role' as const),
    role: fc.constantFrom('lead' as const, 'pr' as const),
    person: fc.constantFrom(MEIER, LANG).map(({ id, name }) => ({ id, name })),
    deputy: fc.constant(null),
  }),
  fc.record({
    type: fc.constant('set-impact' as const),
    impact: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
    reason: fc.constant('weil'),
  }),
);
const deeds = fc.array(fc.record({ command, pauseMs: fc.constantFrom(0, 0, 1, 3) }), {
  maxLength: 8,
});

let house: TestDatabase;
/** Two servers on one database. */
let one: Database;
let other: Database;

beforeAll(async () => {
  house = await testDatabase();
  one = await openDatabase(house.url, { poolSize: 4 });
  other = await openDatabase(house.url, { poolSize: 4 });
  await one.migrate();
  await one.pool.query(`insert into brand (name) values ('Nordwind')`);
}, 120_000);
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await house.drop();
});

async function opened(more: Partial<Parameters<typeof anOpening>[0]> = {}): Promise<number> {
  return one.transaction(async (tx) => {
    const number = await takeNumber(tx, more.spaceId === undefined ? 'live' : 'drill', 2026);
    const events = [anOpening({ number, alerts: [], ...more })];
    return (await recordOpening(tx, { ...still, events, by: null })).view.id;
  });
}

async function faultsOf(db: Database): Promise<JournalFault[]> {
  const faults: JournalFault[] = [];
  const read = verifyStored(db, (_, fault) => faults.push(fault));
  for await (const report of read) expect(report.number).toMatch(/^[A-Z]+-/);
  return faults;
}

async function foldOn(db: Database, id: number): Promise<{ seqs: number[]; fold: Incident }> {
  const entries = await new IncidentRepository(db).entriesAfter(id, 0, 10_000);
  const fold = entries.reduce<Incident | null>(evolveIncident, null);
  if (fold === null) throw new Error('an empty journal');
  return { seqs: entries.map(({ seq }) => seq), fold };
}

/** One after the other; a refusal (somebody was first) is part of life. */
async function work(db: Database, id: number, who: typeof MEIER, all: readonly Deed[]) {
  for (const { command: wanted, pauseMs } of all) {
    const seen = (await new IncidentRepository(db).find(id)).incident.version;
    if (pauseMs > 0) await new Promise((done) => setTimeout(done, pauseMs));
    await db
      .transaction(async (tx) => {
        const locked = (await lockIncidents(tx, [id])).get(id);
        if (locked === undefined) throw new Error('locked and not there');
        const context = aContext(who, locked.incident, { seen });
        const events = decideIncident(locked.incident, wanted, context);
        return recordEntries(tx, locked, { ...still, events, by: { id: who.id, name: who.name } });
      })
      .catch((error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
      });
  }
}

async function write(id: number, ...events: IncidentEvent[]): Promise<void> {
  await one.transaction(async (tx) => {
    const locked = (await lockIncidents(tx, [id])).get(id);
    if (locked !== undefined) await recordEntries(tx, locked, { ...still, events, by: null });
  });
}
const note = (text: string): IncidentEvent => ({
  ...{ type: 'entry-written', kind: 'note', text, source: null, contents: [] },
});

/** As somebody with the database's password would: without our rules. */
async function tamper(sql: string, ...params: unknown[]): Promise<void> {
  await one.transaction(async (tx) => {
    await tx.query('alter table incident_entry disable trigger user');
    await tx.query(sql, params);
    await tx.query('alter table incident_entry enable trigger user');
  });
}

describe('two people on two servers', () => {
  it('write one journal without a gap, in whatever order they come, and see the same', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, deeds, async (mine, theirs) => {
        const id = await opened();
        await Promise.all([work(one, id, MEIER, mine), work(other, id, LANG, theirs)]);
        const [here, there] = await Promise.all([foldOn(one, id), foldOn(other, id)]);
        expect(here.seqs).toEqual(here.seqs.map((_, index) => index + 1));
        expect(there).toEqual(here);
        expect((await new IncidentRepository(other).find(id)).incident).toEqual(here.fold);
      }),
      { numRuns: 40 },
    );
    expect(await faultsOf(other)).toEqual([]);
  }, 120_000);

  it('cannot both write the same number, even past the lock', async () => {
    const id = await opened();
    const { incident, head } = await new IncidentRepository(one).find(id);
    const chain = { id, incident, head: head.hash };
    const outcomes = await Promise.allSettled(
      [one, other].map((db) =>
        db.transaction((tx) => appendEntries(tx, chain, [note('ich zuerst')], AT, null)),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await tamper('delete from incident_entry where incident_id = $1 and seq = 2', id);
  });
});

describe('a space of its own', () => {
  it('takes its incidents along when it is removed, and no others', async () => {
    const spaces = new SpaceRepository(one);
    const drill = await one.transaction((tx) =>
      spaces.create({ kind: 'drill', brandId: 1, name: 'Übung', startsAt: new Date(AT) }, tx),
    );
    const [stays, goes] = [await opened(), await opened({ spaceId: drill.id })];
    await write(goes, note('nur geübt'));
    const told = async (id: number): Promise<unknown[]> =>
      one.dataSource.query(`select 1 from live_log where body -> 'incidentId' = $1::jsonb`, [
        String(id),
      ]);
    expect(await told(goes)).toHaveLength(2);
    await one.transaction((tx) => spaces.remove(drill.id, tx));
    await expect(new IncidentRepository(one).find(goes)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await told(goes)).toEqual([]);
    expect((await foldOn(one, stays)).seqs).toEqual([1]);
    expect(await told(stays)).toHaveLength(1);
    await expect(one.pool.query('delete from incident_entry')).rejects.toThrow('append-only');
    expect(await faultsOf(one)).toEqual([]);
  });
});

describe('somebody who checks the journals of a database', () => {
  it('hears of every kind of tampering, where it is', async () => {
    const id = await opened();
    await write(id, note('eins'), note('zwei'), note('drei'));
    expect(await faultsOf(one)).toEqual([]);
    const undo = await one.pool.query<{ event: unknown }>(
      'select event from incident_entry where incident_id = $1 and seq = 3',
      [id],
    );
    const entry = 'where incident_id = $1 and seq = 3';
    const event = JSON.stringify(undo.rows[0]?.event);
    await tamper(`update incident_entry set event = event || '{"text": "keins"}' ${entry}`, id);
    expect(await faultsOf(one)).toEqual([{ kind: 'altered', seq: 3 }]);
    await tamper(`update incident_entry set event = $2 ${entry}`, id, event);
    await tamper(`update incident_entry set by_name = 'Niemand' ${entry}`, id);
    expect(await faultsOf(one)).toEqual([{ kind: 'altered', seq: 3 }]);
    await tamper(`update incident_entry set by_name = null, type = 'opened' ${entry}`, id);
    expect(await faultsOf(one)).toEqual([{ kind: 'altered', seq: 3 }]);
    await tamper(`update incident_entry set type = event ->> 'type' ${entry}`, id);
    expect(await faultsOf(one)).toEqual([]);

    await tamper(`update incident set title = 'Anders' where id = $1`, id);
    expect(await faultsOf(one)).toEqual([{ kind: 'state', fields: ['incident.title'] }]);
    await tamper(`update incident set title = body ->> 'title' where id = $1`, id);
    await tamper(`update incident set body = body || '{"state": "all-clear"}' where id = $1`, id);
    expect(await faultsOf(one)).toEqual([{ kind: 'state', fields: ['state'] }]);
    await tamper(`update incident set body = body || '{"state": "open"}' where id = $1`, id);

    await tamper(`delete from incident_entry where incident_id = $1 and seq = 4`, id);
    expect(await faultsOf(one)).toEqual([{ kind: 'cut', expected: 4, found: 3 }]);
    await tamper(`delete from incident_entry where incident_id = $1 and seq = 2`, id);
    expect(await faultsOf(one)).toEqual([
      { kind: 'misplaced', expected: 2, found: 3 },
      { kind: 'cut', expected: 4, found: 3 },
    ]);
    await tamper(`delete from incident where id = $1`, id);
    expect(await faultsOf(one)).toEqual([{ kind: 'gone' }]);
  });
});
