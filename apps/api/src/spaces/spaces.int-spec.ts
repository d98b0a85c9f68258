import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView, Board, SpaceCreated } from '@sturmwarte/contracts';
import {
  aWatchedTopic,
  sendMentions,
  startTestApp,
  TEST_RULE,
  watchSettled,
  type TestApp,
  type TestVisitor,
  type WatchedTopic,
} from '../testing/index.js';

const START = Date.parse('2015-02-22T12:00:00Z');

describe('a replay in a space of its own', () => {
  let app: TestApp;
  let lena: TestVisitor;
  let watched: WatchedTopic;
  let replay: SpaceCreated;

  beforeAll(async () => {
    app = await startTestApp();
    watched = await aWatchedTopic(app, 'Nordwind');
    lena = await app.signedIn('Lena', [{ role: 'lead', brandId: null }]);
  }, 120_000);
  afterAll(() => app.close());

  const request = () => ({
    ...{ kind: 'replay', brandId: watched.brandId, name: 'February 2015' },
    startsAt: new Date(START).toISOString(),
    topics: [{ name: 'Nordwind', kind: 'company', query: 'nordwind', rules: [TEST_RULE] }],
  });
  const moveClock = (minutes: number, ended = false) =>
    app
      .visitor()
      .send(
        'PUT',
        '/api/v1/spaces/clock',
        { now: new Date(START + minutes * 60_000).toISOString(), ended },
        { authorization: `Bearer ${replay.token}` },
      );
  const play = (minutes: number, count: number) =>
    sendMentions({
      ...{ url: app.url, token: replay.token, count, atMs: START + minutes * 60_000 },
      text: 'Nordwind ist eine Katastrophe, nie wieder!',
    });
  const boardOf = async (space: number) =>
    (await lena.get(`/api/v1/board?space=${space}`)).body as Board;
  const figures = async () => {
    const { rows } = await app.db.pool.query<{ topic_minutes: string; mentions: string }>(
      `select (select count(*) from topic_minute) as topic_minutes,
         (select count(*) from mention) as mentions`,
    );
    return rows[0];
  };

  it('is made with its topics, a source and a token', async () => {
    const answer = await lena.post('/api/v1/spaces', request());
    expect(answer.status).toBe(201);
    replay = answer.body as SpaceCreated;
    expect(replay.space).toMatchObject({ kind: 'replay', now: '2015-02-22T12:00:00.000Z' });
    const topics = (await lena.get(`/api/v1/topics?space=${replay.space.id}`)).body;
    expect(topics).toMatchObject([{ name: 'Nordwind', brandId: watched.brandId }]);
  });

  it('refuses a query with a mistake, naming its place', async () => {
    const body = { ...request(), topics: [{ name: 'X', kind: 'company', query: '(nordwind' }] };
    const answer = await lena.post('/api/v1/spaces', body);
    expect(answer.body).toMatchObject({ code: 'query-invalid', params: { position: 0 } });
  });

  it('judges old mentions by their own time', async () => {
    await moveClock(1);
    await play(1, 6);
    await watchSettled(app, replay.space.id);
    const path = `/api/v1/alerts?space=${replay.space.id}`;
    const [alert] = (await lena.get(path)).body as AlertView[];
    expect(alert).toMatchObject({ level: 3, spaceId: replay.space.id });
    expect(alert?.openedAt).toMatch(/^2015-02-22T12:0/);
    const acknowledged = await lena.post(`/api/v1/alerts/${alert!.id}/acknowledge`, {});
    expect((acknowledged.body as AlertView).acknowledgedAt).toMatch(/^2015-02-22T12:0/);
    const board = await boardOf(replay.space.id);
    expect(board.now).toMatch(/^2015-02-22T12:0/);
    expect(board.cards[0]).toMatchObject({ level: 3, total: 6 });
  });

  it('is not called silent by a clock that is not its own', async () => {
    const { body } = await lena.get(`/api/v1/sources?space=${replay.space.id}`);
    expect(body).toMatchObject([{ health: { state: 'ok', silentMinutes: null } }]);
  });

  it('does not touch a real figure', async () => {
    expect((await boardOf(1)).cards).toMatchObject([
      { topicId: watched.topicId, level: 0, total: 0, alert: null },
    ]);
    expect((await lena.get('/api/v1/alerts')).body).toEqual([]);
  });

  it('moves its clock forward only, and nobody moves the live one', async () => {
    await moveClock(30);
    expect((await moveClock(10)).body).toMatchObject({ now: '2015-02-22T12:30:00.000Z' });
    const live = await app
      .visitor()
      .send(
        'PUT',
        '/api/v1/spaces/clock',
        { now: new Date(START).toISOString() },
        { authorization: `Bearer ${watched.token}` },
      );
    expect(live.status).toBe(409);
  });

  it('ends, stays readable, and takes nothing more', async () => {
    expect((await moveClock(40, true)).body).toMatchObject({ endedAt: expect.any(String) });
    expect((await boardOf(replay.space.id)).cards[0]?.alert?.peakLevel).toBe(3);
    const topicId = (await boardOf(replay.space.id)).cards[0]!.topicId;
    const curve = (await lena.get(`/api/v1/topics/${topicId}/curve?hours=2`)).body as {
      points: { total: number }[];
    };
    expect(curve.points.reduce((sum, { total }) => sum + total, 0)).toBe(6);
    await expect(play(41, 1)).rejects.toThrow('source-paused');
  });

  it('can be removed with everything it held, and only that', async () => {
    await sendMentions({
      ...{ url: app.url, token: watched.token, count: 2, atMs: app.clock.now() },
      text: 'Nordwind fliegt',
    });
    expect(await figures()).toEqual({ topic_minutes: '2', mentions: '8' });
    expect((await lena.delete(`/api/v1/spaces/${replay.space.id}`)).status).toBe(204);
    expect(await figures()).toEqual({ topic_minutes: '1', mentions: '2' });
    expect((await lena.get(`/api/v1/alerts?space=${replay.space.id}`)).body).toEqual([]);
    expect((await lena.get(`/api/v1/board?space=${replay.space.id}`)).status).toBe(404);
    const { rows } = await app.db.pool.query(
      `select 1 from live_log where body -> 'alert' is not null`,
    );
    expect(rows).toEqual([]);
  });

  it('cannot be the live space', async () => {
    expect((await lena.delete('/api/v1/spaces/1')).status).toBe(409);
    expect((await lena.post('/api/v1/spaces/1/end')).status).toBe(409);
  });

  it('is for those who may run drills', async () => {
    const otto = await app.signedIn('Otto', [{ role: 'observer', brandId: null }]);
    expect((await otto.post('/api/v1/spaces', request())).status).toBe(403);
  });
});
