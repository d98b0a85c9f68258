import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Board, Curve, LiveMessage } from '@sturmwarte/contracts';
import { AlertRepository, LiveLog, type Database } from '@sturmwarte/store';
import { testDatabase, type TestDatabase } from '@sturmwarte/store/testing';
import {
  aWatchedTopic,
  eventually,
  sendMentions,
  startServerOn,
  startTestApp,
  TEST_RULE,
  TestClock,
  watchSettled,
  type TestApp,
  type TestVisitor,
  type WatchedTopic,
} from '../testing/index.js';
import { WatchService } from './watch.service.js';

type Server = Awaited<ReturnType<typeof startServerOn>>;

const MINUTE = 60_000;
const ANGRY = 'Nordwind ist eine Katastrophe, nie wieder!';

const alertsIn = (db: Database, spaceId = 1) =>
  new AlertRepository(db).list({ spaceId, brands: 'all', limit: 50 });

describe('the watch', () => {
  let app: TestApp;
  let pr: TestVisitor;
  let watched: WatchedTopic;
  const told: LiveMessage[] = [];

  beforeAll(async () => {
    app = await startTestApp();
    watched = await aWatchedTopic(app, 'Nordwind');
    pr = await app.signedIn('Pia', [{ role: 'pr', brandId: watched.brandId }]);
    app.bus.on('live.appended').subscribe(({ messages }) => {
      told.push(...messages.filter(({ body }) => body.type === 'alert'));
    });
  }, 120_000);
  afterAll(() => app.close());

  const send = (count: number, text: string) =>
    sendMentions({ url: app.url, token: watched.token, count, text, atMs: app.clock.now() });

  it('raises one alert with its evidence when a plain rule is met, and tells it', async () => {
    await send(6, ANGRY);
    await watchSettled(app);
    const alerts = await alertsIn(app.db);
    expect(alerts).toHaveLength(1);
    const [alert] = alerts;
    const { topicId, brandId } = watched;
    expect(alert).toMatchObject({ topicId, brandId, state: 'open', level: 3 });
    expect(alert?.evidence).toMatchObject({ cause: 'rule', ruleId: 'many' });
    expect(alert?.evidence.channels).toEqual([{ channel: 'x', count: 6 }]);
    expect(alert?.evidence.sampleMentionIds).toHaveLength(1);
    expect(alert?.evidence.terms.map(({ term }) => term)).toContain('Katastrophe');
    expect(alert?.evidence.firstMentionId).not.toBeNull();
    expect(told.map(({ stream }) => stream)).toEqual([brandId, brandId]);
  });

  it('tells the alert before its examples are read, and the same as the record says', async () => {
    const [first, second] = told.map(({ body }) => (body.type === 'alert' ? body.alert : null));
    expect(first).toMatchObject({ level: 3, version: 1 });
    expect(first?.evidence).toMatchObject({ cause: 'rule', sampleMentionIds: [], terms: [] });
    expect(second).toMatchObject({ id: first?.id, level: 3, version: 2 });
    expect(second?.evidence.sampleMentionIds).toHaveLength(1);
    const log = await new LiveLog(app.db).readAfter([{ stream: watched.brandId, seq: 0 }]);
    expect(log.filter(({ body }) => body.type === 'alert')).toEqual(told);
  });

  it('does not keep anybody waiting a minute for examples that could not be read in time', async () => {
    const { topicId, token } = await aWatchedTopic(app, 'Ostwind');
    const one = {
      url: app.url,
      token,
      text: 'Ostwind ist eine Katastrophe!',
      atMs: app.clock.now(),
    };
    const alert = async () => (await alertsIn(app.db)).find((found) => found.topicId === topicId);
    const busy = await app.db.pool.connect();
    try {
      // Only the examples read this table; intake and the alert itself need it for nothing.
      await busy.query('begin; lock table quiet_minute in access exclusive mode');
      await sendMentions({ ...one, count: 6 });
      await watchSettled(app);
      expect(await alert()).toMatchObject({ level: 3, evidence: { sampleMentionIds: [] } });
    } finally {
      await busy.query('rollback');
      busy.release();
    }
    // The clock of the house stands still, so no minute passes, and nobody says another word.
    const complete = await eventually(async () => {
      const found = await alert();
      return (found?.evidence.sampleMentionIds.length ?? 0) > 0 && found;
    });
    expect(complete.evidence.firstMentionId).not.toBeNull();
  });

  it('explains the rise with its examples, long after it has eased', async () => {
    const [alert] = await alertsIn(app.db);
    const history = await new AlertRepository(app.db).history(alert!.id);
    expect(history.map(({ type }) => type)).toEqual(['raised']);
    expect(history[0]).toMatchObject({ evidence: alert?.evidence });
  });

  it('shows the topic on the board with its curve', async () => {
    const { topicId } = watched;
    const board = (await pr.get('/api/v1/board')).body as Board;
    expect(board.cards[0]).toMatchObject({ topicId, level: 3, total: 6 });
    expect(board.cards[0]?.alert?.level).toBe(3);
    expect(board.cards[0]?.spark.at(-1)).toBeGreaterThan(4);
    const curve = (await pr.get(`/api/v1/topics/${topicId}/curve?hours=1&bucket=15`)).body as Curve;
    expect(curve.points.reduce((sum, { total }) => sum + total, 0)).toBe(6);
  });

  it('shows nobody the board of a brand that is not theirs', async () => {
    const other = await app.signedIn('Otto', [{ role: 'pr', brandId: await aBrand('Südwind') }]);
    expect(((await other.get('/api/v1/board')).body as Board).cards).toEqual([]);
    const curve = await other.get(`/api/v1/topics/${watched.topicId}/curve`);
    expect(curve.status).toBe(403);
  });

  it('takes a hundred praises for no negative mention, before and after the second look', async () => {
    const { topicId, token } = await aWatchedTopic(app, 'Westwind');
    const praise = 'Westwind ist wunderbar, danke für die tolle Hilfe!';
    await sendMentions({ url: app.url, token, count: 100, text: praise, atMs: app.clock.now() });
    await watchSettled(app);
    const doubts = await eventually(async () => {
      const { rows } = await app.db.pool.query<{ judged: number; doubts: number }>(
        `select count(*)::int as judged, sum(j.negative)::int as doubts
         from hit h join judgement j using (mention_id) where topic_id = $1`,
        [topicId],
      );
      return rows[0]?.judged === 100 && rows[0].doubts;
    });
    // They add up to what the rule asks for: this test would see the difference.
    expect(doubts).toBeGreaterThanOrEqual(TEST_RULE.negatives * 1_000);
    await watchSettled(app);
    expect((await alertsIn(app.db)).filter((alert) => alert.topicId === topicId)).toEqual([]);
  });

  async function aBrand(name: string): Promise<number> {
    const sql = 'insert into brand (name) values ($1) returning id';
    return (await app.db.pool.query<{ id: number }>(sql, [name])).rows[0]!.id;
  }
});

describe('a server that dies', () => {
  let database: TestDatabase;
  let clock: TestClock;
  const servers: Server[] = [];

  beforeEach(async () => {
    database = await testDatabase();
    clock = new TestClock();
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
  /** From now on it hears nothing any more, and never gets to save anything. */
  const kill = (server: Server): void => server.bus.close();
  const send = (server: Server, { token }: WatchedTopic, count: number) =>
    sendMentions({ url: server.url, token, count, text: ANGRY, atMs: clock.now() });

  it('goes on with the open alert and raises none twice', async () => {
    const first = await start();
    const watched = await aWatchedTopic(first, 'Nordwind');
    await send(first, watched, 6);
    await watchSettled(first);
    kill(first);
    const second = await start();
    const [alert, ...others] = await alertsIn(second.db);
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ state: 'open', level: 3 });
    await send(second, watched, 1);
    await watchSettled(second);
    expect(await alertsIn(second.db)).toHaveLength(1);
    expect(totalOf(second, watched)).toBe(7);
  });

  it('has lost no alert, although it died between the commit and the alert', async () => {
    const first = await start();
    const watched = await aWatchedTopic(first, 'Nordwind');
    kill(first);
    await send(first, watched, 6);
    expect(await alertsIn(first.db)).toEqual([]);
    const second = await start();
    expect(await alertsIn(second.db)).toMatchObject([{ state: 'open', level: 3 }]);
  });

  it('counts half a rule before and half after its death as one', async () => {
    const first = await start();
    const watched = await aWatchedTopic(first, 'Nordwind');
    await send(first, watched, 3);
    kill(first);
    clock.advance(2 * MINUTE);
    const second = await start();
    expect(await alertsIn(second.db)).toEqual([]);
    await send(second, watched, 3);
    await watchSettled(second);
    expect(await alertsIn(second.db)).toMatchObject([{ level: 3 }]);
    expect(totalOf(second, watched)).toBe(6);
  });

  it('goes on from what it kept when it was stopped in good order', async () => {
    const first = await start();
    const watched = await aWatchedTopic(first, 'Nordwind');
    await send(first, watched, 6);
    await watchSettled(first);
    clock.advance(3 * MINUTE);
    first.nest.get(WatchService).of(1)?.tick();
    await servers.pop()?.close();
    const second = await start();
    expect(await alertsIn(second.db)).toMatchObject([{ state: 'open', level: 3 }]);
    expect(totalOf(second, watched)).toBe(6);
    const { rows } = await second.db.pool.query('select minute from detector_snapshot');
    expect(rows).toHaveLength(1);
  });

  it('leaves the level where it was, however long it was away', async () => {
    const first = await start();
    const watched = await aWatchedTopic(first, 'Nordwind');
    await send(first, watched, 6);
    await watchSettled(first);
    kill(first);
    clock.advance(90 * MINUTE);
    const second = await start();
    expect(await alertsIn(second.db)).toMatchObject([{ state: 'open', level: 3 }]);
  });

  const totalOf = (server: Server, { topicId }: WatchedTopic) =>
    server.nest.get(WatchService).of(1)?.pulse(topicId)?.total;
});
