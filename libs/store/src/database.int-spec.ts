import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from './database.js';
import { type DatabaseError } from './database-error.js';
import { testDatabase, type TestDatabase } from './testing/index.js';

describe('the database', () => {
  let fresh: TestDatabase;
  const open: Database[] = [];
  const opened = async () => {
    const db = await openDatabase(fresh.url, { poolSize: 2 });
    open.push(db);
    return db;
  };
  beforeEach(async () => {
    fresh = await testDatabase();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((db) => db.close()));
    await fresh.drop();
  });

  it('is migrated once by servers that start at the same time', async () => {
    const servers = await Promise.all([opened(), opened(), opened()]);
    await Promise.all(servers.map((db) => db.migrate()));
    const rows = await servers[0].dataSource.query('select name from migrations');
    expect(rows).toHaveLength(servers[0].dataSource.migrations.length);
  });

  it('can be built up, taken down to nothing and built up again', async () => {
    const db = await opened();
    await db.migrate();
    for (let left = db.dataSource.migrations.length; left > 0; left -= 1) {
      await db.dataSource.undoLastMigration();
    }
    const left = await db.dataSource.query(
      `select relname from pg_class join pg_namespace n on n.oid = relnamespace
       where n.nspname = 'public' and relkind in ('r', 'p', 'S') and relname not like 'migrations%'`,
    );
    expect(left).toEqual([]);
    await db.migrate();
  });

  it('refuses a schema that a newer version has changed', async () => {
    const db = await opened();
    await db.migrate();
    await db.dataSource.query(
      `insert into migrations (timestamp, name) values (1, 'FromTheFuture1')`,
    );
    await expect(db.migrate()).rejects.toMatchObject({
      code: 'newer-schema',
      params: { migration: 'FromTheFuture1' },
    });
  });

  it('undoes a transaction that throws, and returns rows of one that does not', async () => {
    const db = await opened();
    await db.migrate();
    const insert = `insert into brand (name) values ($1) returning id, name`;
    await expect(
      db.transaction(async (tx) => {
        await tx.query(insert, ['Aurora']);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    const rows = await db.transaction((tx) => tx.query<{ name: string }>(insert, ['Borealis']));
    expect(rows.map((row) => row.name)).toEqual(['Borealis']);
    expect(await db.dataSource.query('select name from brand')).toEqual([{ name: 'Borealis' }]);
  });

  it('outlives a connection that breaks between two statements of a transaction', async () => {
    const db = await opened();
    const lent = await db.pool.connect();
    const { rows } = await lent
      .query<{ pid: number }>('begin; select pg_backend_pid() as pid')
      .then((results) => (results as unknown as { rows: { pid: number }[] }[])[1] ?? { rows: [] });
    const broken = new Promise((resolve) => lent.once('end', () => resolve('broken')));
    await db.dataSource.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    expect(await broken).toBe('broken');
    await expect(lent.query('commit')).rejects.toThrow();
    lent.release(true);
    expect((await db.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('says who cannot be reached, and never repeats the password', async () => {
    const refused = openDatabase('postgres://user:hidden@127.0.0.1:1/nothing');
    await expect(refused).rejects.toMatchObject({
      code: 'unreachable',
      params: { host: '127.0.0.1', port: 1 },
    });
    await refused.catch((error: DatabaseError) => expect(error.message).not.toContain('hidden'));
  });

  it('tells a wrong door from a closed one', async () => {
    const url = new URL(fresh.url);
    url.password = 'wrong';
    await expect(openDatabase(url.href)).rejects.toMatchObject({ code: 'refused' });
    url.href = fresh.url;
    url.pathname = '/no_such_database';
    await expect(openDatabase(url.href)).rejects.toMatchObject({ code: 'refused' });
  });
});
