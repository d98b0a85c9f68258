import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RetentionRepository } from '@sturmwarte/store';
import { testDatabase, type TestDatabase } from '@sturmwarte/store/testing';
import {
  aWatchedTopic,
  sendMentions,
  startServerOn,
  TestClock,
  type WatchedTopic,
} from '../testing/index.js';
import { RetentionService } from './retention.service.js';

type Server = Awaited<ReturnType<typeof startServerOn>>;

const DAY_MS = 86_400_000;

describe('retention and a clock that is wrong', () => {
  let database: TestDatabase;
  let clock: TestClock;
  const servers: Server[] = [];

  beforeEach(async () => {
    database = await testDatabase();
    clock = new TestClock(Date.now());
  }, 120_000);
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
    await database.drop();
  });

  async function start(): Promise<Server> {
    const server = await startServerOn(database.url, clock);
    servers.push(server);
    return server;
  }
  const looks = (server: Server) => server.nest.get(RetentionService).check();
  const stop = () => servers.pop()?.close();
  const stored = async ({ db }: Server): Promise<number> =>
    (await db.pool.query('select from mention')).rowCount ?? 0;
  const health = async ({ url }: Server) => {
    const response = await fetch(`${url}/health/ready`);
    return [response.status, await response.json()];
  };
  const send = async (server: Server, { token }: WatchedTopic) =>
    sendMentions({ url: server.url, token, count: 3, text: 'Nordwind', atMs: clock.now() });
  const warned = (text: string) => [
    200,
    expect.objectContaining({ ready: true, warnings: { clock: expect.stringContaining(text) } }),
  ];

  it('nothing expires while the server is ahead of its database, running or started so, and people can see why', async () => {
    const server = await start();
    await send(server, await aWatchedTopic(server, 'Nordwind'));
    await looks(server);
    clock.advance(100 * DAY_MS);
    await looks(server);
    expect(await stored(server)).toBe(3);
    expect(await health(server)).toEqual(warned('2400 hours ahead of the database'));
    expect(await (await fetch(`${server.url}/metrics`)).text()).toContain(
      'sturmwarte_clock_doubted 1',
    );
    await stop();
    const again = await start();
    await looks(again);
    expect(await stored(again)).toBe(3);
    clock.advance(-100 * DAY_MS);
    await looks(again);
    expect(await stored(again)).toBe(3);
    expect((await health(again))[1]).not.toHaveProperty('warnings');
  });

  it('where both clocks may be those of one machine, what seems to have expired waits for a day', async () => {
    const server = await start();
    await looks(server);
    const retention = new RetentionRepository(server.db.pool);
    // The mentions come in by a clock that is a hundred days behind, then it leaps.
    clock.advance(-100 * DAY_MS);
    await send(server, await aWatchedTopic(server, 'Nordwind'));
    await retention.rememberClock({ seenMs: clock.now(), heldUntilMs: null });
    clock.advance(100 * DAY_MS);
    await looks(server);
    expect(await stored(server)).toBe(3);
    expect(await health(server)).toEqual(warned('2400 hours ahead of when it was last seen'));
    await stop();
    const again = await start();
    await looks(again);
    expect(await stored(again)).toBe(3);
    await new RetentionRepository(again.db.pool).rememberClock({
      seenMs: clock.now(),
      heldUntilMs: clock.now() - 1,
    });
    await again.db.pool.query(`delete from setting where key = 'retention.ran-on-day'`);
    await looks(again);
    expect(await stored(again)).toBe(0);
  });
});
