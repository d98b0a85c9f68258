import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Newsroom } from '@sturmwarte/connectors/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { eventually, PUBLISHING_SECRET, PublishingHouse } from '../testing/index.js';
import { Reconciler } from './reconciler.js';
import { Sender } from './sender.js';

/**
 * A server that is killed between handing over and the answer. Another process sends; the one of the test only looks on
 * until the other one is dead.
 */
describe('a server killed while it sends', () => {
  let house: PublishingHouse;
  let newsroom: Newsroom;
  let incident: number;

  beforeAll(async () => {
    [house, newsroom] = await Promise.all([PublishingHouse.start(), Newsroom.open()]);
    // The server of the test takes nothing itself: its sender is put to sleep.
    await house.server.nest.get(Sender).beforeApplicationShutdown();
    house.server.nest.get(Reconciler).pace = {
      ...{ pausesMs: [100], most: 50, absences: 2, quietMs: 500 },
    };
    incident = await house.incident();
  }, 120_000);
  afterAll(() => Promise.all([house.close(), newsroom.close()]));

  const killedWhile = async (exit: number): Promise<number> => {
    const other = startServer(house.database.url);
    const calls = newsroom.calls.length;
    newsroom.mood = { kind: 'silent' };
    const id = await house.prepare(incident, exit);
    await eventuallyLong(() => newsroom.calls.length > calls);
    expect((await house.publication(incident, id)).state).toBe('sending');
    other.kill('SIGKILL');
    await once(other, 'exit');
    return id;
  };
  const becomes = (id: number, state: string) =>
    eventually(async () => {
      const found = await house.publication(incident, id);
      return found.state === state && found;
    });

  it('leaves a statement that others read back: it stands there, once', async () => {
    const exit = await house.newsroomExit(newsroom, { timeoutSeconds: 30 });
    const id = await killedWhile(exit);
    expect((await becomes(id, 'confirmed')).receipt?.how).toBe('read-back');
    const said = await house.said(incident);
    expect(said.filter((type) => type === 'publication-sending')).toHaveLength(1);
    expect(said).toContain('publication-unknown');
    expect(newsroom.calls).toHaveLength(1);
  }, 90_000);

  it('leaves a statement that waits for a person where nobody can ask; nobody sends it again', async () => {
    const exit = await house.newsroomExit(newsroom, { readBack: false, timeoutSeconds: 30 });
    const id = await killedWhile(exit);
    expect(await becomes(id, 'unknown')).toMatchObject({ why: 'sender-gone' });
    const another = startServer(house.database.url);
    const calls = newsroom.calls.length;
    newsroom.mood = { kind: 'answers', status: 201 };
    // The new server is at work: it sends what is new, and leaves alone what nobody knows of.
    const next = await house.prepare(incident, exit);
    await eventuallyLong(() => newsroom.calls.length > calls);
    await becomes(next, 'confirmed');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(newsroom.calls).toHaveLength(calls + 1);
    expect((await house.publication(incident, id)).state).toBe('unknown');
    another.kill('SIGKILL');
    await once(another, 'exit');
  }, 90_000);
});

function startServer(databaseUrl: string): ChildProcess {
  return spawn(
    process.execPath,
    ['--conditions=source', '--import', './tools/ts-loader.mjs', 'apps/api/src/main.ts'],
    {
      cwd: resolve(import.meta.dirname, '../../../..'),
      stdio: 'ignore',
      env: {
        ...process.env,
        ...{ PORT: '0', DATABASE_URL: databaseUrl, SECRET: PUBLISHING_SECRET, LOG_LEVEL: 'silent' },
      },
    },
  );
}

/** A server that starts on a busy machine takes its time. */
async function eventuallyLong(look: () => boolean): Promise<void> {
  for (let tries = 0; tries < 6; tries++) {
    try {
      await eventually(look);
      return;
    } catch {
      // once more
    }
  }
  throw new Error('it never happened');
}
