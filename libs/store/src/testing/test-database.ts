import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { sharedTestServer } from './shared-test-server.js';

export interface TestDatabase {
  /** Connection address of an empty database of its own. */
  readonly url: string;
  /** Ends every session in it and removes it. Safe to call again. */
  drop(): Promise<void>;
}

/** A fresh, empty database with a random name on the tests' server. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await sharedTestServer();
  const name = `test_${randomBytes(8).toString('hex')}`;
  // FILE_COPY would force a checkpoint; the log is quicker for a database this small.
  await onServer(server, `create database ${name} template template0 strategy wal_log`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database if exists ${name} (force)`) };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
