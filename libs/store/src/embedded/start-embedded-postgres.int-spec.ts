import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { readPostmaster } from './postmaster.js';
import { freePort } from './server-secret.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start-embedded-postgres.js';

let folder: string;
let dataDir: string;
let started: EmbeddedPostgres[];

async function start(options: { port?: number } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, ...options });
  started.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return ((await client.query(sql)) as { rows: Record<string, unknown>[] }).rows;
  } finally {
    await client.end();
  }
}

async function refusal(): Promise<EmbeddedPostgresError> {
  const error: unknown = await start().catch((reason: unknown) => reason);
  if (error instanceof EmbeddedPostgresError) return error;
  throw new Error(`expected a refusal, not ${String(error)}`);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sturmwarte-pg-'));
  dataDir = join(folder, 'postgres');
  started = [];
});

afterEach(async () => {
  for (const server of started) await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a first start', () => {
  it('makes a database that folds umlauts and speaks to this machine only', async () => {
    const { url, pid, adopted } = await start();
    expect(adopted).toBe(false);
    const [row] = await query(
      url,
      `select lower('ÄÖÜ') as lower, current_setting('listen_addresses') as listen,
        current_setting('fsync') || current_setting('synchronous_commit') as durable,
        to_tsvector('german', 'ÄRGER über Straßen')::text as words`,
    );
    expect(row).toEqual({
      lower: 'äöü',
      listen: '127.0.0.1',
      durable: 'onon',
      words: "'arg':1 'strass':3",
    });
    expect((await readPostmaster(join(dataDir, 'cluster')))?.pid).toBe(pid);
  });

  it('keeps its password where only its owner reads it', async () => {
    const { url, port } = await start();
    expect((await stat(join(dataDir, 'secret.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    const guessed = `postgres://sturmwarte:guess@127.0.0.1:${port}/sturmwarte`;
    await expect(query(guessed, 'select 1')).rejects.toThrow('password authentication failed');
    expect(new URL(url).password.length).toBeGreaterThan(20);
  });

  it('begins anew where an earlier one was interrupted', async () => {
    await mkdir(join(dataDir, 'cluster'), { recursive: true });
    await writeFile(join(dataDir, 'cluster', 'half'), 'made');
    await writeFile(join(dataDir, 'initialising'), '');
    await expect(query((await start()).url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });

  it('listens where it was asked to, and says when that port is taken', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await expect(start({ port })).rejects.toMatchObject({ code: 'portInUse', params: { port } });
    await new Promise((closed) => other.close(closed));
    expect((await start({ port })).port).toBe(port);
  });
});

describe('a later start', () => {
  it('finds its data, its address and its password again', async () => {
    const first = await start();
    await query(first.url, 'create table note as select 42 as value');
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    await expect(query(second.url, 'table note')).resolves.toEqual([{ value: 42 }]);
  });

  it('moves to another port when a stranger took the remembered one', async () => {
    const first = await start();
    await first.stop();
    const stranger = createServer().listen(first.port, '127.0.0.1');
    const second = await start();
    await new Promise((closed) => stranger.close(closed));
    expect(second.port).not.toBe(first.port);
    await expect(query(second.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });

  it('shares the one server when two ask at once, and stops it with the last of them', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    expect(two.pid).toBe(one.pid);
    expect([one.adopted, two.adopted].sort()).toEqual([false, true]);
    await one.stop();
    await expect(query(two.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
    await two.stop();
    await expect(query(two.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('loses nothing that was committed before the database was killed', async () => {
    const killed = await start();
    await query(killed.url, 'create table note (value int)');
    for (let value = 0; value < 20; value += 1) {
      await query(killed.url, `insert into note values (${value})`);
    }
    process.kill(killed.pid, 'SIGKILL');
    const recovered = await start();
    expect(recovered.adopted).toBe(false);
    await expect(query(recovered.url, 'select count(*)::int from note')).resolves.toEqual([
      { count: 20 },
    ]);
  });

  it('is not fooled by a left pid file whose number another process got', async () => {
    const first = await start();
    await first.stop();
    const lines = [
      process.pid,
      join(dataDir, 'cluster'),
      1,
      first.port,
      '',
      '127.0.0.1',
      '',
      'ready',
    ];
    await writeFile(join(dataDir, 'cluster/postmaster.pid'), lines.join('\n'));
    expect((await start()).adopted).toBe(false);
  });

  it('is not held up by the lock of a dead process', async () => {
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'lock'), '999999999');
    await expect(query((await start()).url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });
});

describe('a data folder we cannot use', () => {
  it('that holds a stranger is left untouched', async () => {
    await mkdir(join(dataDir, 'cluster'), { recursive: true });
    await writeFile(join(dataDir, 'cluster/PG_VERSION'), '18');
    expect((await refusal()).code).toBe('dataDirBroken');
    expect(await readFile(join(dataDir, 'cluster/PG_VERSION'), 'utf8')).toBe('18');
  });

  it('of another PostgreSQL is named with both versions', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'cluster/PG_VERSION'), '15\n');
    expect(await refusal()).toMatchObject({
      code: 'wrongMajorVersion',
      params: { dataDir, found: 15, needed: 18 },
    });
  });

  it.each(['global/pg_control', 'PG_VERSION', '../secret.json'])(
    'whose %s is damaged is called broken, with the log to read',
    async (file) => {
      await (await start()).stop();
      await truncate(join(dataDir, 'cluster', file), 0);
      const error = await refusal();
      expect(error.code).toBe('dataDirBroken');
      expect(error.params).toMatchObject({ dataDir, logFile: join(dataDir, 'postgres.log') });
    },
  );

  it('whose password was replaced is called broken rather than waited for', async () => {
    const server = await start();
    const secret = JSON.stringify({ password: 'other', port: server.port });
    await writeFile(join(dataDir, 'secret.json'), secret);
    expect(await refusal()).toMatchObject({ code: 'dataDirBroken' });
  });

  it('that is a file is refused', async () => {
    await writeFile(dataDir, '');
    expect((await refusal()).code).toBe('dataDirNotWritable');
  });
});
