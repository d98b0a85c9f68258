import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AlertView,
  AuditRow,
  Backtest,
  BacktestLabel,
  ProposalView,
} from '@sturmwarte/contracts';
import { minuteOf } from '@sturmwarte/domain';
import {
  aWatchedTopic,
  eventually,
  sendMentions,
  startTestApp,
  TEST_RULE,
  watchSettled,
  type TestApp,
  type TestVisitor,
  type WatchedTopic,
} from '../testing/index.js';

const DAY = 1_440;
const WEEK = 7 * DAY;

interface Storm {
  readonly ago: number;
  readonly minutes: number;
  readonly total: number;
  readonly negative: number;
  /** Every so many minutes. */
  readonly every: number;
}

describe('a look back at what would have happened', () => {
  let app: TestApp;
  let pia: TestVisitor;
  let topic: WatchedTopic;
  let now: number;

  beforeAll(async () => {
    app = await startTestApp();
    topic = await aWatchedTopic(app, 'Nordwind');
    pia = await app.signedIn('Pia', [{ role: 'pr', brandId: topic.brandId }]);
    now = minuteOf(app.clock.now());
    await history(topic.topicId, [
      { ago: 5 * DAY, minutes: 90, total: 20, negative: 17, every: 1 },
      // A smouldering one: only the sensitive choice finds it.
      { ago: 12 * DAY, minutes: 30, total: 1, negative: 1, every: 3 },
    ]);
  }, 120_000);
  afterAll(() => app.close());

  /** Three ordinary weeks with these storms in them. */
  async function history(topicId: number, storms: readonly Storm[]): Promise<void> {
    const rows: [number, number, number][] = [];
    for (let minute = now - 3 * WEEK; minute < now - 60; minute++) {
      const storm = storms.find(
        ({ ago, minutes }) => minute >= now - ago && minute < now - ago + minutes,
      );
      if (storm && minute % storm.every === 0) rows.push([minute, storm.total, storm.negative]);
      else if (!storm && minute % 3 === 0) rows.push([minute, 1, minute % 15 === 0 ? 1 : 0]);
    }
    await app.db.pool.query(
      `insert into topic_minute (topic_id, minute, total, negative, negative_count)
         select $1, m, t, 1000 * n, n from unnest($2::int[], $3::int[], $4::int[]) as s (m, t, n)`,
      [topicId, rows.map(([m]) => m), rows.map(([, t]) => t), rows.map(([, , n]) => n)],
    );
  }
  const ask = (body: object, who = pia) =>
    who.post(`/api/v1/topics/${topic.topicId}/backtest`, body);
  const answered = async (body: object) => {
    const answer = await ask(body);
    expect(answer.status).toBe(200);
    return answer.body as Backtest;
  };
  const standard = { sensitivity: 'standard', rules: [] } as const;
  const sensitive = { sensitivity: 'sensitive', rules: [] } as const;

  it('shows the course, and the alarms of two settings side by side', async () => {
    const { points, bucket, runs, learnedFrom } = await answered({
      weeks: 4,
      settings: [standard, sensitive],
    });
    expect(learnedFrom).toBe(new Date((now - 3 * WEEK) * 60_000).toISOString());
    expect(points.length * bucket).toBe(4 * WEEK);
    expect(Math.max(...points.map(({ negative }) => negative))).toBe(17 * bucket);
    expect(runs.map(({ sensitivity }) => sensitivity)).toEqual(['standard', 'sensitive']);
    const [first] = runs[0]?.alarms ?? [];
    const late = minuteOf(Date.parse(first?.at ?? '')) - (now - 5 * DAY);
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(10);
    expect(runs.map(({ alarms }) => alarms.length)).toEqual([1, 2]);
  });

  it('asks for the rules of the draft, else for those the topic has', async () => {
    const rule = { id: 'r1', negatives: 9, minutes: 30, level: 3 };
    const draft = { sensitivity: 'standard', rules: [rule] };
    const { runs } = await answered({ weeks: 2, settings: [draft, { sensitivity: 'standard' }] });
    expect(runs.map(({ alarms }) => alarms.length)).toEqual([2, 1]);
    expect(runs[1]?.rules).toEqual([TEST_RULE]);
  });

  it('refuses what is out of bounds, and people who may not edit topics', async () => {
    expect((await ask({ weeks: 9, settings: [standard] })).status).toBe(400);
    expect((await ask({ settings: [] })).status).toBe(400);
    expect((await ask({ settings: [standard, standard, standard] })).status).toBe(400);
    const uwe = await app.signedIn('Uwe', [{ role: 'community', brandId: topic.brandId }]);
    expect((await ask({ settings: [standard] }, uwe)).status).toBe(403);
    const { brandId } = await aWatchedTopic(app, 'Ostwind');
    const other = await app.signedIn('Vera', [{ role: 'pr', brandId }]);
    expect((await ask({ settings: [standard] }, other)).status).toBe(403);
    const { status } = await pia.post('/api/v1/topics/999/backtest', { settings: [standard] });
    expect(status).toBe(404);
  });

  it('runs one at a time and says so, while the server goes on answering', async () => {
    const asked = Promise.all([1, 2].map(() => ask({ weeks: 8, settings: [standard, sensitive] })));
    const answers = await asked;
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'backtest-busy',
    });
    expect((await ask({ settings: [standard] })).status).toBe(200);
  });

  describe('with what people say of it', () => {
    const at = (minute: number) => new Date(minute * 60_000).toISOString();
    const labels = (path = '') => `/api/v1/topics/${topic.topicId}/labels${path}`;
    const say = (body: object) => pia.post(labels(), body);
    const stretch = (ago: number, minutes: number) => ({
      from: at(now - ago),
      to: at(now - ago + minutes),
    });
    const proposal = async () =>
      (await pia.get(`/api/v1/topics/${topic.topicId}/sensitivity-proposal`)).body as ProposalView;

    it('proposes nothing while little is known', async () => {
      expect(await proposal()).toMatchObject({ kind: 'thin', labels: 0 });
    });

    it('counts storms caught and missed, with who said so and when', async () => {
      expect((await say({ kind: 'storm', ...stretch(5 * DAY, 90) })).status).toBe(201);
      const missed = await say({ kind: 'storm', ...stretch(12 * DAY, 30), note: 'im Forum' });
      expect(missed.body).toMatchObject({ by: { name: 'Pia' }, note: 'im Forum', alertId: null });
      const { runs, labels: said } = await answered({ settings: [standard, sensitive] });
      expect(said.map(({ kind }) => kind)).toEqual(['storm', 'storm']);
      expect(runs[0]?.verdict).toMatchObject({ storms: 2, caught: 1, falseAlarms: 0, unjudged: 0 });
      expect(runs[1]?.verdict).toMatchObject({ storms: 2, caught: 2 });
      expect(runs[0]?.verdict.leads[0]).toBeNull();
      expect(runs[0]?.verdict.leads[1]).toBeLessThan(10);
    });

    it('refuses a judgement without a reason, of no time, or of what is still to come', async () => {
      const status = async (body: object) => (await say(body)).status;
      expect(await status({ kind: 'nothing', ...stretch(DAY, 60) })).toBe(400);
      expect(await status({ kind: 'storm', ...stretch(DAY, 60), reason: 'positive' })).toBe(400);
      expect(await status({ kind: 'storm', ...stretch(DAY, 0) })).toBe(400);
      expect(await status({ kind: 'storm', ...stretch(-DAY, 60) })).toBe(400);
    });

    it('proposes the choice that finds the missed storm, which a person accepts', async () => {
      await say({ kind: 'nothing', ...stretch(9 * DAY, 60), reason: 'planned-activity' });
      await pia.patch(`/api/v1/topics/${topic.topicId}`, { rules: [] });
      expect(await proposal()).toMatchObject({
        ...{ kind: 'change', to: 'sensitive', why: 'finds', labels: 3 },
        figures: { storms: 2, missedNow: 1, missedThen: 0, falsePerWeekThen: 0 },
      });
      await pia.patch(`/api/v1/topics/${topic.topicId}`, { sensitivity: 'sensitive' });
      expect(await proposal()).toMatchObject({ kind: 'keep' });
    });

    it('tells everybody who looks back at the same topic, when said and when taken back', async () => {
      const told: unknown[] = [];
      const heard = app.bus
        .on('live.appended')
        .subscribe(({ messages }) => told.push(...messages.map(({ body }) => body)));
      const made = (await say({ kind: 'storm', ...stretch(2 * DAY, 60) })).body as BacktestLabel;
      await pia.delete(labels(`/${made.id}`));
      heard.unsubscribe();
      const news = { type: 'labels', spaceId: 1, topicId: topic.topicId };
      expect(told).toEqual([news, news]);
    });

    it('takes a judgement back, and keeps the trace of both', async () => {
      const made = (await say({ kind: 'storm', ...stretch(DAY, 60) })).body as BacktestLabel;
      expect((await pia.delete(labels(`/${made.id}`))).status).toBe(204);
      expect((await pia.delete(labels(`/${made.id}`))).status).toBe(404);
      const ada = await app.signedIn('Ada', [{ role: 'admin', brandId: null }]);
      const audit = (await ada.get('/api/v1/audit')).body as AuditRow[];
      const removed = audit.find(({ action }) => action === 'label.removed');
      expect(removed).toMatchObject({ subject: 'Nordwind', details: { kind: 'storm', by: 'Pia' } });
    });
  });

  it('finds an alarm that was raised live in the same minute, and takes over how it was closed', async () => {
    const live = await aWatchedTopic(app, 'Südwind');
    await pia.patch(`/api/v1/topics/${topic.topicId}`, { active: false });
    const lead = await app.signedIn('Lea', [{ role: 'lead', brandId: live.brandId }]);
    app.clock.advance(40_000);
    const text = 'Südwind ist eine Katastrophe, nie wieder!';
    await sendMentions({ url: app.url, token: live.token, count: 6, text, atMs: app.clock.now() });
    await watchSettled(app);
    const alert = await eventually(async () => {
      const [first] = (await lead.get(`/api/v1/alerts?topic=${live.topicId}`)).body as AlertView[];
      return first;
    });
    await lead.post(`/api/v1/alerts/${alert.id}/close`, { kind: 'no-event', reason: 'positive' });
    app.clock.advance(10 * 60_000);
    const answer = await lead.post(`/api/v1/topics/${live.topicId}/backtest`, {
      settings: [{ sensitivity: 'standard' }],
    });
    const { runs, labels } = answer.body as Backtest;
    expect(runs[0]?.alarms).toMatchObject([{ fate: 'false', peak: 3 }]);
    const minute = (iso: string | undefined) => minuteOf(Date.parse(iso ?? ''));
    expect(minute(runs[0]?.alarms[0]?.at)).toBe(minute(alert.openedAt));
    expect(labels).toMatchObject([
      { kind: 'nothing', alertId: alert.id, alertNumber: alert.number, reason: 'positive' },
    ]);
  });
});
