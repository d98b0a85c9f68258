import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AlertRepository } from '@sturmwarte/store';
import { testDatabase, type TestDatabase } from '@sturmwarte/store/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  aWatchedTopic,
  eventually,
  sendMentions,
  startServerOn,
  TestClock,
  type WatchedTopic,
} from '../testing/index.js';

const HOUR = 3_600_000;
/** The watch looks at the clock once a second. */
const NOTICED_MS = 1_500;

describe('a clock that ran ahead and is put right', () => {
  let database: TestDatabase;
  let clock: TestClock;
  let server: Awaited<ReturnType<typeof startServerOn>>;
  let watched: WatchedTopic;

  beforeEach(async () => {
    database = await testDatabase();
    clock = new TestClock();
    server = await startServerOn(database.url, clock);
    watched = await aWatchedTopic(server, 'Nordwind');
    clock.advance(2 * HOUR);
    await send(2);
    await sleep(NOTICED_MS);
  }, 120_000);
  afterEach(async () => {
    await server.close();
    await database.drop();
  });

  const send = (count: number) => {
    const text = 'Nordwind ist eine Katastrophe, nie wieder!';
    return sendMentions({ url: server.url, token: watched.token, count, text, atMs: clock.now() });
  };
  const alert = () =>
    eventually(async () => {
      const found = new AlertRepository(server.db).list({ spaceId: 1, brands: 'all', limit: 9 });
      return (await found)[0];
    });

  it('does not hide the next storm', async () => {
    clock.advance(-2 * HOUR);
    await sleep(NOTICED_MS);
    await send(6);
    expect(await alert()).toMatchObject({ state: 'open', level: 3 });
  });

  it('does not hide it after a new start either, although the wrong time is on record', async () => {
    await server.close();
    clock.advance(-2 * HOUR);
    server = await startServerOn(database.url, clock);
    await send(6);
    expect(await alert()).toMatchObject({ state: 'open', level: 3 });
  });
});
