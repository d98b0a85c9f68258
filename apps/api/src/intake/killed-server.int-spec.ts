import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IntakeReceipt } from '@sturmwarte/contracts';
import {
  openDatabase,
  SourceRepository,
  StageRepository,
  TopicRepository,
  verifyCounters,
  type Database,
} from '@sturmwarte/store';
import { testDatabase, type TestDatabase } from '@sturmwarte/store/testing';
import { newToken, tokenHash } from '../common/token-hash.js';

const KILLS = 4;
const PER_BODY = 40;
const BODIES = 400;

describe('a server killed in the middle of the intake', () => {
  let test: TestDatabase;
  let db: Database;
  let port: number;
  const token = newToken();

  beforeAll(async () => {
    test = await testDatabase();
    db = await openDatabase(test.url);
    await db.migrate();
    await db.pool.query(`insert into brand (name) values ('Nordwind')`);
    await db.transaction(async (tx) => {
      const topics = new TopicRepository(db);
      const base = { spaceId: 1, brandId: 1, kind: 'company', rules: [], active: true } as const;
      await topics.create({ ...base, name: 'Nordwind', query: 'Nordwind' }, tx);
      const sources = new SourceRepository(db);
      const values = { spaceId: 1, brandId: 1, active: true, silentAfterMinutes: null };
      const source = await sources.create({ ...values, name: 'feed', retentionDays: 90 }, tx);
      await sources.addToken(source.id, { hash: tokenHash(token), hint: 'x' }, tx);
    });
    port = await freePort();
  }, 120_000);
  afterAll(async () => {
    await db.close();
    await test.drop();
  });

  it('has lost nothing it acknowledged and counted nothing twice', async () => {
    const acknowledged = new Set<string>();
    let next = 0;
    const load = async (dead: () => boolean): Promise<void> => {
      while (!dead() && next < BODIES) {
        const body = next++;
        try {
          const receipt = await send(bodyOf(body));
          expect(receipt.stored + receipt.duplicates).toBe(PER_BODY);
          for (const { externalId } of bodyOf(body)) acknowledged.add(externalId);
        } catch {
          next = Math.min(next, body); // not acknowledged: this one and the later ones are sent again
        }
      }
    };
    for (let kill = 0; kill < KILLS; kill++) {
      const server = await startServer();
      let dead = false;
      const loads = [1, 2, 3].map(() => load(() => dead));
      await sleep(100 + Math.random() * 700);
      server.kill('SIGKILL');
      dead = true;
      await once(server, 'exit');
      await Promise.all(loads);
    }
    expect(acknowledged.size).toBeGreaterThan(0);
    const { rows } = await db.pool.query<{ id: string }>('select external_id as id from mention');
    const stored = new Set(rows.map(({ id }) => id));
    expect(stored.size).toBe(rows.length);
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
    expect(await verifyCounters(db.pool)).toEqual([]);

    const server = await startServer();
    next = 0;
    await load(() => false);
    const { rows: all } = await db.pool.query<{ n: string; ids: string; counted: string }>(
      `select count(*) as n, count(distinct external_id) as ids,
         (select sum(total) from topic_minute) as counted from mention`,
    );
    const total = String(PER_BODY * BODIES);
    expect(all[0]).toEqual({ n: total, ids: total, counted: total });
    await judged();
    expect(await verifyCounters(db.pool)).toEqual([]);
    server.kill('SIGKILL');
    await once(server, 'exit');
  }, 180_000);

  /** The stages behind the intake catch up over every restart. */
  async function judged(): Promise<void> {
    const stages = new StageRepository(db.pool);
    for (let tries = 0; tries < 600; tries++) {
      const { rows } = await db.pool.query<{ n: string }>('select count(*) as n from judgement');
      const behind = await stages.batchesAfter(await stages.place('second-look'), 1);
      if (Number(rows[0]?.n) === PER_BODY * BODIES && behind.length === 0) return;
      await sleep(100);
    }
    throw new Error('the second look did not catch up');
  }

  function bodyOf(body: number): { externalId: string; text: string }[] {
    return Array.from({ length: PER_BODY }, (_, n) => ({
      externalId: `k${body}-${n}`,
      text: n % 2 === 0 ? 'Nordwind ist eine Katastrophe' : 'Nordwind fährt pünktlich, danke',
    }));
  }

  async function send(body: object[]): Promise<IntakeReceipt> {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/mentions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`refused with ${response.status}`);
    return (await response.json()) as IntakeReceipt;
  }

  async function startServer(): Promise<ChildProcess> {
    const server = spawn(
      process.execPath,
      ['--conditions=source', '--import', './tools/ts-loader.mjs', 'apps/api/src/main.ts'],
      {
        cwd: resolve(import.meta.dirname, '../../../..'),
        stdio: 'ignore',
        env: {
          ...process.env,
          PORT: String(port),
          DATABASE_URL: test.url,
          SECRET: 'a secret that is used in tests only',
          LOG_LEVEL: 'silent',
        },
      },
    );
    for (let tries = 0; tries < 600; tries++) {
      if (server.exitCode !== null) throw new Error('the server ended at its start');
      const ok = await fetch(`http://127.0.0.1:${port}/health/live`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (ok) return server;
      await sleep(50);
    }
    throw new Error('the server did not start');
  }
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
