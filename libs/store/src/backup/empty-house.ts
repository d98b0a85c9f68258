import type { PoolClient } from 'pg';
import { MIGRATIONS } from '../migrations/index.js';
import { BackupError } from './backup-error.js';
import { quoted, readMigrations } from './read-catalog.js';

/** What a house in use holds; a server that was only started once has none of it. */
const INHABITANTS = ['person', 'brand', 'source', 'topic', 'mention'];

/**
 * Checks that a backup may take this database over, and takes away what is in it. Inside a transaction: undone with it.
 * @throws BackupError `foreign-tables`, `in-use`, `not-empty` (without `force`)
 */
export async function emptyHouse(client: PoolClient, force: boolean): Promise<void> {
  const { rows } = await client.query<{ name: string; kind: string }>(
    `select relname as name, relkind as kind from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'S', 'v', 'm')
       and not relispartition order by relname`,
  );
  const tables = rows.filter(({ kind }) => kind !== 'S').map(({ name }) => name);
  if (tables.length > 0) {
    await refuseForeign(client, tables);
    await refuseInUse(client);
    if (!force) await refuseInhabited(client, tables);
    await client.query(`drop table ${tables.map(quoted).join(', ')} cascade`);
    await dropFunctions(client);
  }
  const sequences = rows.filter(({ kind }) => kind === 'S').map(({ name }) => quoted(name));
  if (sequences.length > 0) {
    await client.query(`drop sequence if exists ${sequences.join(', ')} cascade`);
  }
}

/** Those of extensions are not ours. */
async function dropFunctions(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ signature: string }>(
    `select p.oid::regprocedure::text as signature from pg_proc p
     where p.pronamespace = current_schema()::regnamespace and not exists (
       select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  );
  for (const { signature } of rows) await client.query(`drop function ${signature} cascade`);
}

/** A schema our migrations began is ours alone, also when a newer version has gone on with it. */
async function refuseForeign(client: PoolClient, tables: readonly string[]): Promise<void> {
  const [first] = MIGRATIONS.map((migration) => migration.name);
  if (first !== undefined && (await readMigrations(client)).includes(first)) return;
  throw new BackupError('foreign-tables', { table: tables.slice(0, 3).join(', ') });
}

async function refuseInUse(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ sessions: number }>(
    `select count(*)::int as sessions from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and application_name like 'sturmwarte%'`,
  );
  const sessions = rows[0]?.sessions ?? 0;
  if (sessions > 0) throw new BackupError('in-use', { sessions });
}

async function refuseInhabited(client: PoolClient, tables: readonly string[]): Promise<void> {
  let found = 0;
  for (const name of INHABITANTS.filter((table) => tables.includes(table))) {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from ${quoted(name)}`,
    );
    found += rows[0]?.n ?? 0;
  }
  if (found > 0) throw new BackupError('not-empty', { rows: found });
}
