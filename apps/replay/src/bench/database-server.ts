import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, startEmbeddedPostgres } from '@sturmwarte/store';

/** A PostgreSQL server in which measurements make databases of their own. */
export interface DatabaseServer {
  newDatabase(): Promise<string>;
  /** Removes the databases made, and the server where it was started for this. */
  stop(): Promise<void>;
}

/** The server named, else an embedded one in a temporary folder. */
export async function startDatabaseServer(databaseUrl: string | null): Promise<DatabaseServer> {
  if (databaseUrl !== null) return databasesOn(databaseUrl);
  const folder = await mkdtemp(join(tmpdir(), 'sturmwarte-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: folder });
  const databases = await databasesOn(server.url);
  return {
    newDatabase: () => databases.newDatabase(),
    async stop() {
      await databases.stop().finally(() => server.stop());
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function databasesOn(serverUrl: string): Promise<DatabaseServer> {
  const admin = await openDatabase(serverUrl, { poolSize: 1 });
  const names: string[] = [];
  return {
    async newDatabase() {
      const name = `sturmwarte_bench_${randomBytes(4).toString('hex')}`;
      await admin.dataSource.query(`create database ${name}`);
      names.push(name);
      const url = new URL(serverUrl);
      url.pathname = `/${name}`;
      return url.href;
    },
    async stop() {
      for (const name of names) {
        await admin.dataSource.query(`drop database if exists ${name} (force)`);
      }
      await admin.close();
    },
  };
}
