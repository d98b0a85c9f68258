import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from } from 'pg-copy-streams';
import { MigrationExecutor, type QueryRunner } from 'typeorm';
import type { Database } from '../database.js';
import { MIGRATION_LOCK } from '../migrate.js';
import { verifyCounters, type CounterFault } from '../mentions/verify-counters.js';
import { holdRestored } from '../publishing/hold-restored.js';
import { BackupError } from './backup-error.js';
import type { HeadFrame } from './backup-format.js';
import { emptyHouse } from './empty-house.js';
import { FrameReader } from './frame-reader.js';
import { openFile } from './open-file.js';
import { quoted, readTables } from './read-catalog.js';
import { rebaseCommits } from './rebase-commits.js';
import { SAME_EVERYWHERE } from './write-backup.js';

export interface RestoreOptions {
  readonly file: string;
  /** Replace whatever the database holds. */
  readonly force: boolean;
  /** Called before each table. */
  readonly onTable?: (name: string) => void;
}

export interface RestoreReport {
  readonly tables: number;
  readonly rows: number;
  readonly madeAt: string;
  /** Salt of the authors' pseudonyms, when the backup holds it: the caller puts it where servers read it. */
  readonly secret: string | null;
  /** Migrations that ran on the restored data, because this version is newer than the backup. */
  readonly upgradedBy: readonly string[];
  /** Counters that differ from the judgements stored: empty unless they did so before the backup. */
  readonly faults: readonly CounterFault[];
}

/**
 * Puts a backup into a database, in one transaction: whatever goes wrong, the database is what it was before. The
 * schema is built as it was when the backup was made, filled, and then brought up to date.
 * @throws BackupError
 */
export async function restoreBackup(db: Database, options: RestoreOptions): Promise<RestoreReport> {
  const handle = await openFile(options.file, 'read');
  try {
    const reader = new FrameReader(handle);
    const head = await reader.head();
    refuseNewerSchema(db, head);
    const filled = await inTransaction(db, (client, runner) =>
      fill({ db, client, runner, reader, head, options }),
    );
    await db.pool.query('analyze');
    const faults = await verifyCounters(db.pool);
    return { ...filled, madeAt: head.madeAt, secret: head.secret, faults };
  } finally {
    await handle.close();
  }
}

interface Filling {
  readonly db: Database;
  readonly client: PoolClient;
  readonly runner: QueryRunner;
  readonly reader: FrameReader;
  readonly head: HeadFrame;
  readonly options: RestoreOptions;
}

async function fill(filling: Filling) {
  const { db, client, runner, reader, head, options } = filling;
  await client.query(SAME_EVERYWHERE);
  // A server that starts meanwhile waits with its own migrations.
  await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  await emptyHouse(client, options.force);
  const before = new Set(head.migrations);
  await migrate(db, runner, (name) => before.has(name));
  await preparePartitions(filling);
  await emptyTables(filling);
  let rows = 0;
  for (const name of head.tables) {
    options.onTable?.(name);
    rows += await loadTable(client, reader, name);
  }
  await reader.end();
  for (const { name, last, called } of head.sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), last, called]);
  }
  await rebaseCommits(client);
  const upgradedBy = await migrate(db, runner, (name) => !before.has(name));
  await holdRestored(client, head.madeAt);
  return { tables: head.tables.length, rows, upgradedBy };
}

function refuseNewerSchema(db: Database, head: HeadFrame): void {
  const known = new Set(db.dataSource.migrations.map(({ name }) => name));
  const unknown = head.migrations.find((name) => !known.has(name));
  if (unknown !== undefined) throw new BackupError('newer-schema', { migration: unknown });
}

async function inTransaction<T>(
  db: Database,
  work: (client: PoolClient, runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const runner = db.dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    await runner.startTransaction();
    const result = await work(client, runner);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    // The first error is the one to tell; a connection that is gone has rolled back by itself.
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

async function migrate(
  db: Database,
  runner: QueryRunner,
  wanted: (name: string) => boolean,
): Promise<string[]> {
  const executor = new MigrationExecutor(db.dataSource, runner);
  const names: string[] = [];
  for (const migration of await executor.getPendingMigrations()) {
    if (!wanted(migration.name)) continue;
    await executor.executeMigration(migration);
    names.push(migration.name);
  }
  return names;
}

async function preparePartitions({ client, reader, head }: Filling): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_partitioned_table p join pg_class c on c.oid = p.partrelid
     where c.relnamespace = current_schema()::regnamespace`,
  );
  const parents = new Set(rows.map(({ name }) => name));
  for (const { parent, name, from: start, to: end } of head.partitions) {
    // Both stand in a statement that takes no parameters.
    if (!parents.has(parent) || !/^\d+$/.test(start) || !/^\d+$/.test(end)) {
      throw reader.damaged(`the partition ${name} fits nowhere`);
    }
    await client.query(`create table ${quoted(name)} (like ${quoted(parent)} including all)`);
    await client.query(
      `alter table ${quoted(parent)} attach partition ${quoted(name)} for values from (${start}) to (${end})`,
    );
  }
}

/** Migrations plant rows of their own, which the backup holds as well. */
async function emptyTables({ client, reader, head }: Filling): Promise<void> {
  const tables = (await readTables(client)).map(({ name }) => name);
  const missing = head.tables.find((name) => !tables.includes(name));
  if (missing !== undefined) throw reader.damaged(`no schema of ours has a table ${missing}`);
  // What is append-only refuses to be emptied, but for a house that is taken over: its guards look away until then.
  for (const name of tables) {
    await client.query(`alter table ${quoted(name)} disable trigger user`);
  }
  await client.query(`truncate ${tables.map(quoted).join(', ')}`);
  for (const name of tables) {
    await client.query(`alter table ${quoted(name)} enable trigger user`);
  }
}

async function loadTable(client: PoolClient, reader: FrameReader, name: string): Promise<number> {
  const { columns } = await reader.tableNamed(name);
  const copy = client.query(
    from(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`),
  );
  try {
    await pipeline(reader.text(), copy);
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw isOfData(error) ? reader.damaged(messageOf(error), error) : error;
  }
  if (copy.rowCount !== reader.rows) {
    throw reader.damaged(`${copy.rowCount} rows instead of ${reader.rows}`);
  }
  return copy.rowCount;
}

/** What PostgreSQL says about rows it cannot take: data exceptions, constraints, unknown columns. */
function isOfData(error: unknown): boolean {
  return /^(22|23|42)/.test(String((error as { code?: unknown }).code));
}

function messageOf(error: unknown): string {
  return String((error as { message?: unknown }).message);
}
