import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { isAlive } from './postmaster.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start-embedded-postgres.js';

describe('a database that somebody watches over', () => {
  let dataDir: string;
  let said: string[];
  let server: EmbeddedPostgres;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sturmwarte-pg-'));
    said = [];
    const watcher = {
      onGone: () => said.push('gone'),
      onBack: () => said.push('back'),
      onFault: (error: unknown) => said.push(String(error)),
    };
    server = await startEmbeddedPostgres({ dataDir, watcher });
  });
  afterEach(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('is back at the same address after a kill -9, with what was committed', async () => {
    await query('create table note (text text)');
    const { pid, port, url } = server;
    process.kill(pid, 'SIGKILL');
    while (said.at(-1) !== 'back') await new Promise((resolve) => setTimeout(resolve, 50));
    expect(said).toEqual(['gone', 'back']);
    expect(server.pid).not.toBe(pid);
    expect([server.port, server.url]).toEqual([port, url]);
    expect(await query('select count(*)::int as n from note')).toEqual([{ n: 0 }]);
  });

  it('stays down when it was stopped', async () => {
    const { pid } = server;
    await server.stop();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect([isAlive(pid), server.pid, said]).toEqual([false, pid, []]);
  });

  async function query(sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    try {
      return (await client.query(sql)).rows as unknown[];
    } finally {
      await client.end();
    }
  }
});
