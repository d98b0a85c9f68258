import { access, rename, rm } from 'node:fs/promises';
import type { PoolClient } from 'pg';
import { to } from 'pg-copy-streams';
import type { Database } from '../database.js';
import { RETENTION_LOCK } from '../mentions/retention.repository.js';
import { BackupError } from './backup-error.js';
import { BACKUP_FORMAT, BACKUP_MAGIC } from './backup-format.js';
import { FrameWriter } from './frame-writer.js';
import { openFile } from './open-file.js';
import {
  quoted,
  readMigrations,
  readPartitions,
  readSequences,
  readTables,
  type CatalogTable,
} from './read-catalog.js';

export interface BackupOptions {
  readonly file: string;
  /** Salt of the authors' pseudonyms, kept in the backup. */
  readonly secret: string | null;
  /** Called before each table. */
  readonly onTable?: (name: string) => void;
}

export interface BackupReport {
  readonly tables: number;
  readonly rows: number;
  readonly bytes: number;
}

/** What COPY writes must not depend on how the server or the role is set up. */
export const SAME_EVERYWHERE = `set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres';
  set extra_float_digits = 1; set bytea_output = 'hex'; set client_encoding = 'UTF8'; set statement_timeout = 0;
  set idle_in_transaction_session_timeout = 0`;

/**
 * Writes everything the database holds at one moment into one file, readable by its owner only. Servers go on working
 * meanwhile; retention waits. The file appears under its name when it is whole.
 * @throws BackupError `file-exists`, `nothing-there`
 */
export async function writeBackup(db: Database, options: BackupOptions): Promise<BackupReport> {
  const { file } = options;
  const draft = `${file}.partial`;
  await refuseExisting(file);
  const client = await db.pool.connect();
  try {
    const handle = await openFile(draft, 'write');
    try {
      const counts = await copyOut(client, new FrameWriter(handle), options);
      await handle.sync();
      const { size: bytes } = await handle.stat();
      await rename(draft, file);
      return { ...counts, bytes };
    } finally {
      await handle.close();
    }
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    // Ending the session ends its locks and settings.
    client.release(true);
  }
}

async function refuseExisting(file: string): Promise<void> {
  const there = await access(file).then(
    () => true,
    () => false, // where it cannot even be looked for, writing it says why
  );
  if (there) throw new BackupError('file-exists', { file });
}

async function copyOut(
  client: PoolClient,
  writer: FrameWriter,
  { secret, onTable }: BackupOptions,
): Promise<{ tables: number; rows: number }> {
  await client.query(SAME_EVERYWHERE);
  const migrations = await readMigrations(client);
  if (migrations.length === 0) throw new BackupError('nothing-there');
  // Retention drops partitions, which no snapshot protects from; it comes back by itself.
  await client.query('select pg_advisory_lock($1)', [RETENTION_LOCK]);
  const known = (await readTables(client)).map(({ name }) => quoted(name));
  await client.query('begin isolation level repeatable read, read only');
  // Before the snapshot: what a migration changes afterwards waits for us.
  await client.query(`lock table ${known.join(', ')} in access share mode`);
  const tables = await readTables(client);
  const postgres = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  await writer.frame({
    frame: 'head',
    magic: BACKUP_MAGIC,
    format: BACKUP_FORMAT,
    madeAt: new Date().toISOString(),
    postgres: postgres.rows[0]?.version ?? '',
    migrations: await readMigrations(client),
    partitions: await readPartitions(client),
    sequences: await readSequences(client),
    secret,
    tables: tables.map(({ name }) => name),
  });
  for (const table of tables) {
    onTable?.(table.name);
    await writer.data(table.name, table.columns, copyTable(client, table));
  }
  await client.query('commit');
  return { tables: tables.length, rows: await writer.end() };
}

function copyTable(client: PoolClient, { name, columns }: CatalogTable): AsyncIterable<Buffer> {
  const list = columns.map(quoted).join(', ');
  return client.query(to(`copy (select ${list} from ${quoted(name)}) to stdout`));
}
