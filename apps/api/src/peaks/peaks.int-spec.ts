import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Curve, PeakView } from '@sturmwarte/contracts';
import {
  aWatchedTopic,
  eventually,
  startServerOn,
  startTestApp,
  TestVisitor,
  type TestApp,
  type WatchedTopic,
} from '../testing/index.js';

type Server = Awaited<ReturnType<typeof startServerOn>>;

const HOUR = 3_600_000;
const DAYS = 6;

describe('a planned peak', () => {
  let app: TestApp;
  let other: Server;
  let watched: WatchedTopic;
  let pr: TestVisitor;

  beforeAll(async () => {
    app = await startTestApp();
    watched = await aWatchedTopic(app, 'Nordwind');
    pr = await app.signedIn('Pia', [{ role: 'pr', brandId: watched.brandId }]);
    // Six ordinary days: a mention a minute, every fourth negative.
    await app.db.pool.query(
      `insert into topic_minute (topic_id, minute, total, negative, negative_count)
       select $1, m, 1, 250, 0 from generate_series($2::int - $3::int * 1440, $2::int - 1) m`,
      [watched.topicId, Math.floor(app.clock.now() / 60_000), DAYS],
    );
    other = await startServerOn(app.databaseUrl, app.clock);
  }, 120_000);
  afterAll(async () => {
    await other.close();
    await app.close();
  });

  const inHours = (hours: number) => new Date(app.clock.now() + hours * HOUR).toISOString();
  const values = (rest = {}) => ({
    ...{ brandId: watched.brandId, topicId: null, title: 'Pokalspiel', multiple: 6 },
    ...{ from: inHours(-2), until: inHours(2) },
    ...rest,
  });
  /** What a server expects in the last quarter of an hour, by whoever asks it. */
  async function expectedBy(server: Server): Promise<number> {
    const { port } = server.nest.getHttpServer().address() as { port: number };
    const browser = new TestVisitor(`http://127.0.0.1:${port}`);
    Object.assign(browser, { cookie: pr.cookie, csrf: pr.csrf });
    const path = `/api/v1/topics/${watched.topicId}/curve?hours=1&bucket=15`;
    const { points } = (await browser.get(path)).body as Curve;
    return points.at(-2)?.expected ?? 0;
  }

  it('lifts what is expected, live, on the other server, and after a restart; taken away, the usual holds', async () => {
    const usual = await expectedBy(other);
    expect(usual).toBeGreaterThan(2);
    const added = await pr.post('/api/v1/peaks', values());
    expect(added).toMatchObject({
      status: 201,
      body: { title: 'Pokalspiel', by: { name: 'Pia' } },
    });
    const { id } = added.body as PeakView;
    // The other server hears nothing on its bus; it reads the calendar again.
    const lifted = await eventually(async () => {
      const expected = await expectedBy(other);
      return expected > 5 * usual && expected;
    });
    expect(lifted).toBeCloseTo(6 * usual, 3);
    await other.close();
    other = await startServerOn(app.databaseUrl, app.clock);
    expect(await expectedBy(other)).toBeCloseTo(lifted, 3);
    const changed = await pr.put(`/api/v1/peaks/${id}`, values({ multiple: null }));
    expect(changed.body).toMatchObject({ id, multiple: null });
    await eventually(async () => Math.abs((await expectedBy(other)) - 4 * usual) < 0.01);
    expect((await pr.delete(`/api/v1/peaks/${id}`)).status).toBe(204);
    await eventually(async () => Math.abs((await expectedBy(other)) - usual) < 0.01);
    const audit = await app.db.pool.query<{ action: string }>(
      `select action from audit_entry where subject = 'Pokalspiel' order by id`,
    );
    expect(audit.rows.map(({ action }) => action)).toEqual([
      'peak.added',
      'peak.changed',
      'peak.removed',
    ]);
  });

  it('needs the right, a title, an end after its beginning, and a topic of its brand', async () => {
    const { brandId } = watched;
    const mia = await app.signedIn('Mia', [{ role: 'community', brandId }]);
    expect((await mia.post('/api/v1/peaks', values())).status).toBe(403);
    expect((await pr.post('/api/v1/peaks', values({ title: ' ' }))).status).toBe(400);
    expect((await pr.post('/api/v1/peaks', values({ until: inHours(-3) }))).status).toBe(400);
    expect((await pr.post('/api/v1/peaks', values({ multiple: 1 }))).status).toBe(400);
    const stranger = await aWatchedTopic(app, 'Südwind');
    const foreign = values({ topicId: stranger.topicId });
    expect((await pr.post('/api/v1/peaks', foreign)).status).toBe(404);
    expect((await pr.post('/api/v1/peaks', values({ brandId: stranger.brandId }))).status).toBe(
      403,
    );
    expect((await pr.get('/api/v1/peaks')).body).toEqual([]);
  });
});
