import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Board } from '@sturmwarte/contracts';
import { minuteOf } from '@sturmwarte/domain';
import { AlertRepository } from '@sturmwarte/store';
import {
  aWatchedTopic,
  sendMentions,
  startTestApp,
  watchSettled,
  type TestApp,
  type TestVisitor,
  type WatchedTopic,
} from '../testing/index.js';

const DAYS = 9;
const THANKS = 'Nordwind ist wunderbar, danke für die tolle Hilfe!';

describe('a wave of support', () => {
  let app: TestApp;
  let pr: TestVisitor;
  let watched: WatchedTopic;
  beforeAll(async () => {
    app = await startTestApp();
    watched = await aWatchedTopic(app, 'Nordwind');
    pr = await app.signedIn('Pia', [{ role: 'pr', brandId: watched.brandId }]);
    await live(DAYS);
  }, 120_000);
  afterAll(() => app.close());

  /** The topic has been watched for days: two mentions in ten minutes, one of three kind. */
  async function live(days: number): Promise<void> {
    const { topicId } = watched;
    const now = minuteOf(app.clock.now());
    await app.db.pool.query('update topic set active = false where id = $1', [topicId]);
    await toldOf(topicId);
    await app.db.pool.query(
      `insert into topic_minute (topic_id, minute, total, negative, negative_count, listened, praise)
       select $1, minute, 2, 400, 0, 2, case when minute % 30 < 10 then 2 else 0 end
       from generate_series($2::int, $3::int, 10) minute`,
      [topicId, now - days * 1_440, now - 5],
    );
    await app.db.pool.query('update topic set active = true where id = $1', [topicId]);
    await toldOf(topicId);
  }
  async function toldOf(topicId: number): Promise<void> {
    app.bus.publish('topics.changed', { spaceId: 1, topicIds: [topicId] });
    await watchSettled(app);
  }
  const card = async () => ((await pr.get('/api/v1/board')).body as Board).cards[0];

  it('is not there on an ordinary day', async () => {
    expect(await card()).toMatchObject({ name: 'Nordwind', praise: null });
  });

  it('stands on the board with what is usual, and raises no alert', async () => {
    const from = { url: app.url, token: watched.token, atMs: app.clock.now() };
    await sendMentions({ ...from, count: 120, text: THANKS });
    await watchSettled(app);
    const praise = (await card())?.praise;
    expect(praise?.mentions).toBeGreaterThanOrEqual(120);
    expect(praise?.usualMentions).toBeCloseTo(12, 0);
    expect(praise?.share).toBeGreaterThan(0.8);
    expect(praise?.usualShare).toBeLessThan(0.5);
    expect(await new AlertRepository(app.db).list({ spaceId: 1, brands: 'all', limit: 5 })).toEqual(
      [],
    );
  });

  it('is over when anger follows', async () => {
    const from = { url: app.url, token: watched.token, atMs: app.clock.now() };
    const text = 'Nordwind ist eine Katastrophe, nie wieder!';
    await sendMentions({ ...from, count: 150, text });
    await watchSettled(app);
    expect((await card())?.praise).toBeNull();
  });
});
