import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { DatabaseError } from './database-error.js';

/** Any constant will do, as long as every server takes the same. A restore takes it too. */
export const MIGRATION_LOCK = 7_847_001;

/**
 * Runs the missing migrations, each in a transaction of its own. Servers that start at once wait for each other on
 * an advisory lock, held by a connection of its own so that a crash releases it.
 */
export async function migrate(url: string, dataSource: DataSource): Promise<void> {
  await withMigrationLock(url, async () => {
    await refuseNewerSchema(dataSource);
    await dataSource.runMigrations({ transaction: 'each' });
  });
}

async function withMigrationLock(url: string, work: () => Promise<void>): Promise<void> {
  const lock = new Client({ connectionString: url, application_name: 'sturmwarte-migrate' });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await work();
  } finally {
    await lock.end();
  }
}

/** An older program must not write into a schema it does not know. */
async function refuseNewerSchema(dataSource: DataSource): Promise<void> {
  const known = new Set(dataSource.migrations.map((migration) => migration.name));
  const [{ exists }] = await dataSource.query<[{ exists: boolean }]>(
    `select to_regclass('migrations') is not null as exists`,
  );
  if (!exists) return;
  const rows = await dataSource.query<{ name: string }[]>(
    'select name from migrations order by id',
  );
  const unknown = rows.find(({ name }) => !known.has(name));
  if (unknown) throw new DatabaseError('newer-schema', { migration: unknown.name });
}
