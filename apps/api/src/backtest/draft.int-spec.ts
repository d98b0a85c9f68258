import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Backtest } from '@sturmwarte/contracts';
import { minuteOf } from '@sturmwarte/domain';
import { dayOf, RetentionRepository } from '@sturmwarte/store';
import { DraftPast } from './draft-past.js';
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
const DAY = 86_400_000;
const BAD = 'ist eine Katastrophe, nie wieder!';

describe('a look back with a query nobody has saved', () => {
  let app: TestApp;
  let pia: TestVisitor;
  let topic: WatchedTopic;
  let began: number;

  beforeAll(async () => {
    app = await startTestApp();
    topic = await aWatchedTopic(app, 'Nordwind');
    pia = await app.signedIn('Pia', [{ role: 'pr', brandId: topic.brandId }]);
    // An hour about something the saved query does not look for, then a little about what it does.
    began = app.clock.now();
    for (let minute = 0; minute < 6; minute++) {
      app.clock.advance(MINUTE);
      await say(8, `Die Fähre ${BAD}`);
      await say(2, 'Ein Hafen in der Sonne');
    }
    await say(1, `Nordwind ${BAD}`);
    app.clock.advance(10 * MINUTE);
    await watchSettled(app);
  }, 120_000);
  afterAll(() => app.close());

  const say = (count: number, text: string) =>
    sendMentions({ url: app.url, token: topic.token, count, text, atMs: app.clock.now() });
  const rule = { id: 'r1', negatives: 30, minutes: 10, level: 3 };
  const plain = { sensitivity: 'standard', rules: [rule] };
  const answered = async (path: string, body: object, who = pia) => {
    const answer = await who.post(`/api/v1/topics/${path}`, body);
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
    return answer.body as Backtest;
  };
  const sums = (points: Backtest['points'] | null) =>
    points?.reduce((sum, { total }) => sum + total, 0);
  const draft = (over: object = {}) => ({ brandId: topic.brandId, query: 'fähre', ...over });

  it('plays what the new query would have counted beside what the saved one counted', async () => {
    const settings = [plain, { ...plain, query: 'fähre' }];
    const found = await answered(`${topic.topicId}/backtest`, { weeks: 1, settings });
    expect(found.runs.map(({ alarms }) => alarms.length)).toEqual([0, 1]);
    expect(found.runs.map(({ query }) => query)).toEqual([null, 'fähre']);
    expect([sums(found.points), sums(found.otherPoints)]).toEqual([1, 48]);
    expect(found.matched).toMatchObject({ scanned: 61, capped: false, wholeSince: null });
    // The detector learns from the first stored mention on, not from the first hit.
    expect(minuteOf(Date.parse(found.matched?.since ?? ''))).toBe(minuteOf(began) + 1);
    const [alarm] = found.runs[1]?.alarms ?? [];
    expect(minuteOf(Date.parse(alarm?.at ?? '')) - minuteOf(began)).toBe(4);
  });

  it('counts minute by minute as the counters did when the same mentions came', async () => {
    const { rows } = await app.db.pool.query(
      `select minute, total, negative::int as "negPermille", negative_count as "negCount",
         listened as judged, aggressive, calls, praise from topic_minute where topic_id = $1`,
      [topic.topicId],
    );
    const to = minuteOf(app.clock.now());
    const span = { from: to - 7 * 1_440, to };
    const subject = { brandId: topic.brandId, spaceId: 1 };
    const never = new AbortController().signal;
    const past = app.nest.get(DraftPast);
    const { of } = await past.counts(subject, ['nordwind'], span, span.from, never);
    const again = of.get('nordwind')?.minutes(span.from, span.to);
    const counts = again?.map(({ minute, total, negPermille, negCount, tone }) => ({
      ...{ minute, total, negPermille, negCount },
      ...tone,
    }));
    expect(counts).toEqual(rows);
  });

  it('does so for a topic that does not exist yet, with two choices', async () => {
    const settings = [plain, { sensitivity: 'sensitive' }];
    const found = await answered('backtest', draft({ weeks: 1, settings }));
    expect(found.runs.map(({ sensitivity }) => sensitivity)).toEqual(['standard', 'sensitive']);
    expect(found.runs[0]?.alarms).toMatchObject([{ peak: 3, fate: 'unjudged' }]);
    expect(sums(found.points)).toBe(48);
    expect([found.otherPoints, found.labels]).toEqual([null, []]);
  });

  it('says so where nothing of the kind was ever said', async () => {
    const found = await answered('backtest', draft({ query: 'eisberg', settings: [plain] }));
    expect([sums(found.points), found.runs[0]?.alarms]).toEqual([0, []]);
    expect(found.matched).toMatchObject({ scanned: 61, capped: false });
  });

  it('refuses a query that cannot be read, and other brands’ mentions to people who have no say', async () => {
    const ask = (body: object, who = pia) => who.post('/api/v1/topics/backtest', body);
    const settings = [plain];
    const wrong = await ask(draft({ query: 'fähre AND (', settings }));
    expect([wrong.status, wrong.body]).toMatchObject([422, { code: 'query-invalid' }]);
    const path = `/api/v1/topics/${topic.topicId}/backtest`;
    const body = { settings: [{ ...plain, query: '((' }] };
    expect((await pia.post(path, body)).status).toBe(422);
    const uwe = await app.signedIn('Uwe', [{ role: 'community', brandId: topic.brandId }]);
    expect((await ask(draft({ settings }), uwe)).status).toBe(403);
    const { brandId } = await aWatchedTopic(app, 'Ostwind');
    const vera = await app.signedIn('Vera', [{ role: 'pr', brandId }]);
    expect((await ask(draft({ settings }), vera)).status).toBe(403);
    expect((await ask(draft({ spaceId: 999, settings }))).status).toBe(404);
  });

  it('tells from when on mentions are whole, once retention has taken those of a source', async () => {
    await app.db.pool.query('update source set retention_days = 1 where id = $1', [topic.sourceId]);
    app.clock.advance(3 * DAY);
    await new RetentionRepository(app.db.pool).run(app.clock.now());
    await say(3, `Die Fähre ${BAD}`);
    app.clock.advance(MINUTE);
    pia = await app.signedIn('Paul', [{ role: 'pr', brandId: topic.brandId }]);
    const found = await answered('backtest', draft({ weeks: 2, settings: [plain] }));
    expect(found.matched).toMatchObject({ scanned: 3 });
    const whole = new Date((dayOf(app.clock.now()) - 1) * DAY).toISOString();
    expect(found.matched?.wholeSince).toBe(whole);
    expect(found.learnedFrom).toBe(found.matched?.since);
  });
});
