import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openDatabase, type Database } from '../database.js';
import { MentionWriter } from '../mentions/mention-writer.js';
import { StageRepository } from '../mentions/stage.repository.js';
import { OutboxRepository, PostingStopRepository } from '../publishing/index.js';
import { verifyCounters } from '../mentions/verify-counters.js';
import {
  aMention,
  furnish,
  startOtherPostgres,
  tableSums,
  testDatabase,
  type OtherPostgres,
  type TestDatabase,
} from '../testing/index.js';
import { restoreBackup, writeBackup } from './index.js';

const NOW_MS = Date.parse('2026-11-22T08:00:00Z');
/** They hold transaction numbers, which belong to one PostgreSQL. */
const OWN = ['intake_batch', 'stage_offset'];
/** Emptied behind the commit. */
const PASSING = ['author_news'];

describe('a backup', () => {
  let folder: string;
  let house: TestDatabase;
  let db: Database;
  let whole: string;
  let other: OtherPostgres | null;
  const open: Database[] = [];
  const homes: TestDatabase[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sturmwarte-backup-'));
    house = await testDatabase();
    db = await openDatabase(house.url, { poolSize: 4 });
    await furnish(db, NOW_MS);
    whole = join(folder, 'whole');
    await writeBackup(db, { file: whole, secret: 'salt' });
    other = await startOtherPostgres();
  }, 120_000);
  afterAll(async () => {
    await db.close();
    await house.drop();
    await other?.stop();
    await rm(folder, { recursive: true });
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()));
    await Promise.all(homes.splice(0).map((home) => home.drop()));
  });

  async function anEmptyHouse(): Promise<Database> {
    const home = await testDatabase();
    homes.push(home);
    return opened(home.url);
  }
  /** As the next program finds it, without connections of ours. */
  async function leftAlone(): Promise<Database> {
    await Promise.all(open.splice(0).map((one) => one.close()));
    return opened(homes.at(-1)?.url ?? '');
  }
  async function opened(url: string): Promise<Database> {
    const one = await openDatabase(url, { poolSize: 2 });
    open.push(one);
    return one;
  }
  const restored = (into: Database, file = whole, force = false) =>
    restoreBackup(into, { file, force });
  const tablesOf = async (one: Database): Promise<number> =>
    (await one.dataSource.query(`select 1 from pg_tables where schemaname = 'public'`)).length;

  it('comes back row by row, with its numbers where they stood', async () => {
    const home = await anEmptyHouse();
    const report = await restored(home);
    expect(report).toMatchObject({ secret: 'salt', faults: [], upgradedBy: [] });
    const [before, after] = [await tableSums(db), await tableSums(home)];
    expect(report.rows).toBe(
      Object.entries(before).reduce((sum, [name, { rows }]) => {
        return name === 'migrations' ? sum : sum + rows;
      }, 0),
    );
    for (const name of OWN) expect(after[name]?.rows).toBe(before[name]?.rows);
    for (const name of Object.keys(before)) {
      const furnished = PASSING.includes(name) || (before[name]?.rows ?? 0) > 0;
      expect([name, furnished]).toEqual([name, true]);
      if (!OWN.includes(name)) expect([name, after[name]]).toEqual([name, before[name]]);
    }
    const next = async (one: Database): Promise<unknown> =>
      one.dataSource.query(
        `select nextval('mention_number') as mention, nextval('alert_number') as alert,
           nextval(pg_get_serial_sequence('topic', 'id')) as topic`,
      );
    expect(await next(home)).toEqual(await next(db));
    expect(await home.isMigrated()).toBe(true);
  });

  it('lets nothing leave again that may have left since it was made', async () => {
    const home = await anEmptyHouse();
    await furnish(home, NOW_MS);
    await home.pool.query(
      `insert into exit (brand_id, name, kind, channels, settings, active)
         values (2, 'Presse', 'mail', '{press}', '{}', true);
       insert into publication_outbox
         (incident_id, entry, space_id, brand_id, exit_id, channel, language, state, not_before)
         values (1, 2, 1, 2, 2, 'press', 'de', 'prepared', now())`,
    );
    const file = join(folder, 'prepared');
    await writeBackup(home, { file, secret: 'salt' });
    const back = await anEmptyHouse();
    await restored(back, file);
    const stops = new PostingStopRepository(back);
    expect(await stops.standing(2)).toMatchObject({ kind: 'stop', by: { name: 'Sturmwarte' } });
    expect(await new OutboxRepository(back).claim(new Date(Date.now() + 1_000), 9)).toEqual([]);
    // Whose stop stands already keeps it.
    expect(await stops.history(1, 9)).toHaveLength(1);
  });

  it('comes back into an older PostgreSQL, and from there into the embedded one again', async () => {
    if (other === null) {
      process.stdout.write(
        'No other PostgreSQL on this machine: only the embedded one was tried.\n',
      );
      return;
    }
    const old = await opened(other.url);
    expect((await restored(old)).faults).toEqual([]);
    const before = await tableSums(db);
    const there = await tableSums(old);
    for (const name of OWN) expect(there[name]?.rows).toBe(before[name]?.rows);
    const same = (sums: typeof before) =>
      Object.entries(sums).filter(([name]) => !OWN.includes(name));
    expect(same(there)).toEqual(same(before));
    const again = join(folder, 'again');
    await writeBackup(old, { file: again, secret: null });
    const home = await anEmptyHouse();
    expect(await restored(home, again)).toMatchObject({ secret: null, faults: [] });
    expect(await tableSums(home)).toEqual(there);
  });

  it('lets every stage go on where it stood, and hear what is said afterwards', async () => {
    // The number of the next transaction of a new PostgreSQL lies far below those in the backup.
    const home = other === null ? await anEmptyHouse() : await opened(other.url);
    await restored(home, whole, true);
    const stages = new StageRepository(home.pool);
    const waiting = async (one: Database, stage: string): Promise<(number | null)[]> => {
      const repository = new StageRepository(one.pool);
      const place = await repository.place(stage);
      return (await repository.batchesAfter(place, 100)).map(({ firstId }) => firstId);
    };
    expect(await waiting(home, 'second-look')).toHaveLength(3);
    expect(await waiting(home, 'search-index')).toEqual([]);
    const writer = new MentionWriter(home.pool, { secret: 's', now: () => NOW_MS });
    await writer.prepare();
    await writer.submit([aMention({ externalId: 'afterwards', topics: [1] })]);
    for (let tries = 0; (await waiting(home, 'search-index')).length === 0; tries++) {
      expect(tries).toBeLessThan(500);
    }
    expect((await stages.batchesAfter(await stages.place('second-look'), 100)).length).toBe(4);
    expect(await verifyCounters(home.pool)).toEqual([]);
  });

  it('is of one moment, however busy the server', async () => {
    const writer = new MentionWriter(db.pool, { secret: 's', now: () => NOW_MS });
    await writer.prepare();
    let writing = true;
    const busy = (async () => {
      for (let n = 0; writing; n++) {
        const made = { topics: [1, 2], negative: n % 900, minute: n % 30 };
        await writer.submit([
          aMention({ externalId: `busy ${n}`, ...made }),
          aMention({ externalId: `busy ${n - 3}`, version: 2, ...made, negative: 5 }),
        ]);
      }
      return writer.stop();
    })();
    const file = join(folder, 'busy');
    await writeBackup(db, { file, secret: null }).finally(() => (writing = false));
    await busy;
    const home = await anEmptyHouse();
    expect((await restored(home, file)).faults).toEqual([]);
  });

  it('is readable by its owner only, never replaces a file and leaves no half one', async () => {
    expect((await stat(whole)).mode & 0o777).toBe(0o600);
    await expect(writeBackup(db, { file: whole, secret: null })).rejects.toMatchObject({
      code: 'file-exists',
    });
    const empty = await anEmptyHouse();
    await expect(
      writeBackup(empty, { file: join(folder, 'none'), secret: null }),
    ).rejects.toMatchObject({ code: 'nothing-there' });
    expect((await readdir(folder)).filter((name) => /none|partial/.test(name))).toEqual([]);
  });

  it('goes into a house that was only started, into an inhabited one only by force, and then whole', async () => {
    const home = await anEmptyHouse();
    await home.migrate();
    await restored(home);
    const before = await tableSums(home);
    await home.pool.query(`insert into brand (name) values ('new here')`);
    await expect(restored(await leftAlone())).rejects.toMatchObject({ code: 'not-empty' });
    const damaged = join(folder, 'half');
    await writeFile(damaged, (await readFile(whole)).subarray(0, -400));
    const still = await leftAlone();
    await expect(restored(still, damaged, true)).rejects.toMatchObject({ code: 'truncated' });
    expect(
      await still.dataSource.query(`select 1 from brand where name = 'new here'`),
    ).toHaveLength(1);
    await restored(still, whole, true);
    expect(await tableSums(still)).toEqual(before);
  });

  it('never touches what is not ours, nor what a server works on', async () => {
    const strange = await anEmptyHouse();
    await strange.dataSource.query('create table invoices (id int)');
    await expect(restored(strange, whole, true)).rejects.toMatchObject({
      code: 'foreign-tables',
      params: { table: 'invoices' },
    });
    const home = await anEmptyHouse();
    await home.migrate();
    const server = await opened(homes.at(-1)?.url ?? '');
    await server.pool.query('select 1');
    await expect(restored(home, whole, true)).rejects.toMatchObject({ code: 'in-use' });
  });

  it('says where it is damaged, and changes nothing', async () => {
    const bytes = await readFile(whole);
    const home = await anEmptyHouse();
    const broken = join(folder, 'broken');
    const outcome = async (content: Buffer): Promise<{ code: string; table: unknown }> => {
      await writeFile(broken, content);
      const error: unknown = await restored(home, broken).then(
        () => ({ code: 'restored' }),
        (failure: unknown) => failure,
      );
      const { code, params } = error as { code: string; params?: { table?: unknown } };
      return { code, table: params?.table };
    };
    for (const part of [0.05, 0.4, 0.97]) {
      const place = Math.floor(bytes.length * part);
      expect((await outcome(bytes.subarray(0, place))).code).toBe(
        part === 0.05 ? 'not-a-backup' : 'truncated',
      );
      const flipped = Buffer.from(bytes);
      flipped[place] = (flipped[place] ?? 0) ^ 0x10;
      expect(['damaged', 'not-a-backup', 'truncated']).toContain((await outcome(flipped)).code);
      expect(await tablesOf(home)).toBe(0);
    }
    expect(await outcome(Buffer.from('PK\x03\x04 something else'))).toMatchObject({
      code: 'not-a-backup',
    });
    expect(await outcome(Buffer.concat([bytes, Buffer.from('x')]))).toMatchObject({
      code: 'damaged',
    });
    const head = bytes.subarray(0, bytes.indexOf(10)).toString();
    const rest = bytes.subarray(head.length);
    const changed = (from: string, to: string) =>
      Buffer.concat([Buffer.from(head.replace(from, to)), rest]);
    expect((await outcome(changed('"format":1', '"format":2'))).code).toBe('newer-format');
    expect((await outcome(changed('CreateHouse', 'FromTheFuture'))).code).toBe('newer-schema');
    expect(await tablesOf(home)).toBe(0);
  });

  it('of an older schema is brought up to date, with everything in it', async () => {
    const home = await anEmptyHouse();
    home.dataSource.migrations.push(new AddNickname());
    const report = await restored(home);
    expect(report.upgradedBy).toEqual(['AddNickname1999999999999']);
    expect(await home.dataSource.query('select name, nickname from brand order by id')).toEqual([
      { name: 'Nordwind', nickname: 'nordwind' },
      { name: 'Südwind', nickname: 'südwind' },
    ]);
  });
});

class AddNickname implements MigrationInterface {
  readonly name = 'AddNickname1999999999999';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table brand add nickname text');
    await runner.query('update brand set nickname = lower(name)');
    await runner.query('alter table brand alter nickname set not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table brand drop nickname');
  }
}
