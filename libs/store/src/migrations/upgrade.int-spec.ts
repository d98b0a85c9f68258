import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openDatabase, type Database } from '../database.js';
import { verifyCounters } from '../mentions/verify-counters.js';
import {
  FIRST_HOUSE,
  tableSums,
  testDatabase,
  type TableSums,
  type TestDatabase,
} from '../testing/index.js';

describe('an upgrade', () => {
  let home: TestDatabase;
  let first: TableSums;
  const open: Database[] = [];
  beforeEach(async () => {
    home = await testDatabase();
    const old = await aServer();
    migrationsOf(old).splice(1);
    await old.migrate();
    await old.pool.query(FIRST_HOUSE);
    first = await tableSums(old);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((db) => db.close()));
    await home.drop();
  });

  /** A server that knows the migrations of this version, and those planted. */
  async function aServer(...planted: readonly MigrationInterface[]): Promise<Database> {
    const db = await openDatabase(home.url, { poolSize: 2 });
    open.push(db);
    migrationsOf(db).push(...planted);
    return db;
  }
  const rowsOf = (sums: TableSums) =>
    Object.fromEntries(
      Object.entries(sums)
        .filter(([name]) => name !== 'migrations')
        .map(([name, { rows }]) => [name, rows]),
    );

  it('begins with a house that has something in every table', () => {
    expect(Object.entries(rowsOf(first)).filter(([, rows]) => rows === 0)).toEqual([]);
  });

  it('takes a house of the first version to today’s with everything in it, one step at a time', async () => {
    const names = migrationsOf(await aServer()).map(({ name }) => name);
    for (let known = 1; known <= names.length; known++) {
      const server = await aServer();
      migrationsOf(server).splice(known);
      await server.migrate();
      expect(rowsOf(await tableSums(server))).toMatchObject(rowsOf(first));
    }
    const today = await aServer();
    expect(await today.isMigrated()).toBe(true);
    expect(await verifyCounters(today.pool)).toEqual([]);
  });

  it('counts the mentions judged negative in what was stored before they were counted', async () => {
    const server = await aServer();
    await server.migrate();
    const { rows } = await server.pool.query(
      'select total, negative_count, gone_negative_count from topic_minute',
    );
    expect(rows).toEqual([{ total: 1, negative_count: 1, gone_negative_count: 0 }]);
  });

  it('can be taken back down to nothing with data in it, and up again', async () => {
    const server = await aServer();
    await server.migrate();
    for (let left = migrationsOf(server).length; left > 0; left--) {
      await server.dataSource.undoLastMigration();
    }
    expect(Object.keys(rowsOf(await tableSums(server)))).toEqual([]);
    await server.migrate();
    await server.pool.query(FIRST_HOUSE);
    expect(rowsOf(await tableSums(server))).toMatchObject(rowsOf(first));
  });

  it('by a later migration keeps what is there, and is undone without a trace', async () => {
    const server = await aServer(new AddNickname());
    await server.migrate();
    expect(await server.dataSource.query('select name, nickname from brand')).toEqual([
      { name: 'Nordwind', nickname: 'nordwind' },
    ]);
    expect(rowsOf(await tableSums(server))).toMatchObject(rowsOf(first));
    while ((await server.pool.query('select from migrations')).rows.length > 1) {
      await server.dataSource.undoLastMigration();
    }
    const { migrations: _, ...after } = await tableSums(server);
    const { migrations: __, ...before } = first;
    expect(after).toEqual(before);
  });

  it('that fails half-way leaves the house as it was, for the version that was there before', async () => {
    const today = await aServer();
    await today.migrate();
    const before = await tableSums(today);
    const server = await aServer(new BreaksHalfWay());
    await expect(server.migrate()).rejects.toThrow('division by zero');
    expect(await tableSums(server)).toEqual(before);
    const again = await aServer();
    await again.migrate();
    expect(await tableSums(again)).toEqual(before);
  });

  it('by a newer version keeps an older server from starting', async () => {
    await (await aServer(new AddNickname())).migrate();
    await expect((await aServer()).migrate()).rejects.toMatchObject({
      code: 'newer-schema',
      params: { migration: 'AddNickname1999999999999' },
    });
  });
});

function migrationsOf(db: Database): MigrationInterface[] {
  return db.dataSource.migrations;
}

class AddNickname implements MigrationInterface {
  readonly name = 'AddNickname1999999999999';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table brand add nickname text');
    await runner.query('update brand set nickname = lower(name)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table brand drop nickname');
  }
}

class BreaksHalfWay implements MigrationInterface {
  readonly name = 'BreaksHalfWay1999999999999';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table brand add nickname text');
    await runner.query(`delete from mention`);
    await runner.query('update brand set nickname = (id / 0)::text');
  }

  async down(): Promise<void> {
    return Promise.resolve();
  }
}
