import { Client } from 'pg';
import { superuser } from './init-cluster.js';
import type { ServerSecret } from './server-secret.js';

/** The connection address of one database of the embedded server. */
export function connectionUrl(secret: ServerSecret, database: string): string {
  return `postgres://${superuser}:${secret.password}@127.0.0.1:${secret.port}/${database}`;
}

/** Makes the product's database where it is absent. */
export async function ensureDatabase(secret: ServerSecret, database: string): Promise<void> {
  const client = new Client({ connectionString: connectionUrl(secret, 'postgres') });
  client.on('error', () => undefined); // the statement under way rejects
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) {
      await client.query(`create database ${client.escapeIdentifier(database)}`);
    }
  } finally {
    await client.end();
  }
}
