import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Backtest } from '@sturmwarte/contracts';
import { minuteOf } from '@sturmwarte/domain';
import {
  aWatchedTopic,
  sendMentions,
  startTestApp,
  watchSettled,
  type TestApp,
  type TestVisitor,
  type WatchedTopic,
} from '../testing/index.js';

const MINUTE = 60_000;
const WEEK = 7 * 1_440;
const BAD = 'ist eine Katastrophe, nie wieder!';

describe('a look back at who spoke', () => {
  let app: TestApp;
  let crowd: WatchedTopic;
  let loud: WatchedTopic;
  let pia: TestVisitor;

  beforeAll(async () => {
    app = await startTestApp();
    crowd = await aWatchedTopic(app, 'Ostwind');
    loud = await aWatchedTopic(app, 'Westwind');
    const brands = [crowd.brandId, loud.brandId];
    pia = await app.signedIn(
      'Pia',
      brands.map((brandId) => ({ role: 'pr', brandId })),
    );
    const now = minuteOf(app.clock.now());
    // Two ordinary weeks each, of which only the counts are left.
    await app.db.pool.query(
      `insert into topic_minute (topic_id, minute, total, negative, negative_count)
       select t, m, 1, (m % 15 = 0)::int * 1000, (m % 15 = 0)::int
       from unnest($1::int[]) t, generate_series($2::int, $3::int, 3) m`,
      [[crowd.topicId, loud.topicId], now - 2 * WEEK, now - 60],
    );
    for (let minute = 0; minute < 15; minute++) {
      app.clock.advance(MINUTE);
      await say(crowd, 'Ostwind');
      await say(loud, 'Westwind', 'Ingo');
    }
    app.clock.advance(5 * MINUTE);
    await watchSettled(app);
  }, 120_000);
  afterAll(() => app.close());

  const say = ({ token }: WatchedTopic, name: string, author?: string) =>
    sendMentions({
      ...{ url: app.url, token, count: 6, text: `${name} ${BAD}`, atMs: app.clock.now() },
      ...(author === undefined ? {} : { author }),
    });
  async function lookBack({ topicId }: WatchedTopic, over: object = {}) {
    const settings = [{ sensitivity: 'standard', rules: [], ...over }];
    const path = `/api/v1/topics/${topicId}/backtest`;
    const answer = await pia.post(path, { weeks: 1, settings });
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
    return answer.body as Backtest;
  }

  it('alarms for a crowd, and not for one person who says as much', async () => {
    const ofCrowd = await lookBack(crowd);
    expect(ofCrowd.runs[0]?.alarms).toHaveLength(1);
    expect((await lookBack(loud)).runs[0]?.alarms).toEqual([]);
    // Who spoke in the weeks before is not known any more.
    expect(Date.parse(ofCrowd.heardFrom ?? '')).toBeGreaterThan(Date.parse(ofCrowd.to) - 3_600_000);
  });

  it('hears them in a query nobody has saved as well', async () => {
    const ofCrowd = await lookBack(crowd, { query: 'ostwind katastrophe' });
    const ofOne = await lookBack(loud, { query: 'westwind katastrophe' });
    expect([ofCrowd.heardFrom, ofOne.heardFrom]).not.toContain(null);
    expect(ofOne.runs[0]?.alarms).toEqual([]);
  });

  it('says that it knows counts only, once the mentions are gone', async () => {
    await app.db.pool.query('delete from mention');
    const { heardFrom, runs } = await lookBack(loud);
    expect(heardFrom).toBeNull();
    // Nobody can tell any more that it was one person.
    expect(runs[0]?.alarms).toHaveLength(1);
  });
});
