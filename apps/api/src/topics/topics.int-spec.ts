import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView, AuditRow, TopicCheck, TopicView } from '@sturmwarte/contracts';
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

describe('a topic', () => {
  let app: TestApp;
  let pia: TestVisitor;
  let watched: WatchedTopic;
  let topic: TopicView;

  beforeAll(async () => {
    app = await startTestApp();
    watched = await aWatchedTopic(app, 'Nordwind');
    pia = await app.signedIn('Pia', [{ role: 'pr', brandId: watched.brandId }]);
    await send(3, 'Die Fähre ist schon wieder kaputt, eine Katastrophe');
    await send(2, 'Die Fähre fährt');
  }, 120_000);
  afterAll(() => app.close());

  async function send(count: number, text: string): Promise<void> {
    const { token } = watched;
    await sendMentions({ url: app.url, token, count, text, atMs: app.clock.now() });
    await watchSettled(app);
  }
  const values = (query: string, name = 'Fähre') => ({
    ...{ brandId: watched.brandId, name, kind: 'product', query, rules: [TEST_RULE] },
  });
  const check = async (query: string) =>
    (await pia.post('/api/v1/topics/check', { brandId: watched.brandId, query }))
      .body as TopicCheck;
  const alerts = async () => (await pia.get('/api/v1/alerts')).body as AlertView[];
  const alertOf = (id: number) =>
    eventually(async () => (await alerts()).find(({ topicId }) => topicId === id));

  /** A topic is judged at most so often. */
  const quarterSecond = () => new Promise((resolve) => setTimeout(resolve, 300));

  it('can be tried on stored mentions before it is saved', async () => {
    const found = await check('faehre AND -fährt');
    expect(found).toMatchObject({ ok: true, scanned: 5, capped: false, hits: 3, negative: 3 });
    if (!found.ok) throw new Error('refused');
    expect(found.perDay).toHaveLength(8);
    expect(found.perDay.at(-1)).toEqual({ day: '2026-11-22', hits: 3 });
    expect(found.samples[0]?.text).toContain('kaputt');
  });

  it('names the mistakes of a query at their place', async () => {
    expect(await check('fähre AND (kaputt')).toMatchObject({
      ok: false,
      mistakes: [{ code: 'unclosedParenthesis', position: 10, length: 1 }],
    });
    const refused = await pia.post('/api/v1/topics', values('fähre AND (kaputt'));
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: 'query-invalid', params: { code: 'unclosedParenthesis', position: 10 } },
    ]);
  });

  it('is as easily alarmed as somebody chose, standard if nobody did', async () => {
    const calm = { ...values('ruhe', 'Ruhe'), sensitivity: 'quiet' };
    const made = (await pia.post('/api/v1/topics', calm)).body as TopicView;
    expect(made.sensitivity).toBe('quiet');
    await pia.patch(`/api/v1/topics/${made.id}`, { sensitivity: 'sensitive' });
    const all = (await pia.get('/api/v1/topics')).body as TopicView[];
    expect(all.find(({ id }) => id === made.id)?.sensitivity).toBe('sensitive');
    expect(all.find(({ name }) => name === 'Nordwind')?.sensitivity ?? 'standard').toBe('standard');
    const wrong = await pia.patch(`/api/v1/topics/${made.id}`, { sensitivity: 'hysteric' });
    expect(wrong.status).toBe(400);
    await pia.delete(`/api/v1/topics/${made.id}`);
  });

  it('takes a number instead of a choice within bounds, until somebody chooses in words again', async () => {
    const made = (await pia.post('/api/v1/topics', values('wert', 'Wert'))).body as TopicView;
    expect(made.headStart).toBeNull();
    const path = `/api/v1/topics/${made.id}`;
    expect((await pia.patch(path, { headStart: 0.4 })).body).toMatchObject({ headStart: 0.4 });
    expect((await pia.patch(path, { headStart: 2 })).status).toBe(400);
    expect((await pia.patch(path, { cooldownMinutes: 60 })).body).toMatchObject({ headStart: 0.4 });
    const chosen = await pia.patch(path, { sensitivity: 'quiet' });
    expect(chosen.body).toMatchObject({ sensitivity: 'quiet', headStart: null });
    const alma = await app.signedIn('Alma', [{ role: 'admin', brandId: null }]);
    const audit = (await alma.get('/api/v1/audit')).body as AuditRow[];
    const told = audit.filter(({ subject }) => subject === 'Wert').map(({ details }) => details);
    expect(told).toContainEqual({ headStart: { from: null, to: 0.4 } });
    await pia.delete(path);
  });

  it('rests after an alarm as long as somebody chose, not at all if nobody did', async () => {
    const made = (await pia.post('/api/v1/topics', values('rast', 'Rast'))).body as TopicView;
    expect(made.cooldownMinutes).toBe(0);
    await pia.patch(`/api/v1/topics/${made.id}`, { cooldownMinutes: 360 });
    const all = (await pia.get('/api/v1/topics')).body as TopicView[];
    expect(all.find(({ id }) => id === made.id)?.cooldownMinutes).toBe(360);
    const wrong = await pia.patch(`/api/v1/topics/${made.id}`, { cooldownMinutes: -5 });
    expect(wrong.status).toBe(400);
    await pia.delete(`/api/v1/topics/${made.id}`);
  });

  it('matches from now on, not what was there before', async () => {
    const made = await pia.post('/api/v1/topics', values('fähre'));
    expect(made.status).toBe(201);
    topic = made.body as TopicView;
    await watchSettled(app);
    await send(3, 'Die Fähre ist eine Katastrophe, nie wieder!');
    await quarterSecond();
    expect(await alerts()).toEqual([]);
    await send(3, 'Die Fähre ist eine Katastrophe, nie wieder!');
    expect(await alertOf(topic.id)).toMatchObject({ level: 3 });
  });

  it('has a name of its own', async () => {
    expect((await pia.post('/api/v1/topics', values('schiff'))).body).toMatchObject({
      code: 'name-taken',
    });
  });

  it('takes a new rule at once', async () => {
    const made = await pia.post('/api/v1/topics', { ...values('kutter', 'Kutter'), rules: [] });
    const { id } = made.body as TopicView;
    await watchSettled(app);
    await pia.patch(`/api/v1/topics/${id}`, { rules: [{ ...TEST_RULE, negatives: 2 }] });
    await watchSettled(app);
    await send(3, 'Der Kutter ist eine Katastrophe, nie wieder!');
    expect(await alertOf(id)).toMatchObject({ level: 3 });
    expect((await pia.delete(`/api/v1/topics/${id}`)).body).toMatchObject({ code: 'conflict' });
  });

  it('counts nothing while it is switched off, and goes on when it is switched on', async () => {
    const made = await pia.post('/api/v1/topics', values('hafen', 'Hafen'));
    const { id } = made.body as TopicView;
    await watchSettled(app);
    await pia.patch(`/api/v1/topics/${id}`, { active: false });
    await watchSettled(app);
    await send(6, 'Der Hafen ist eine Katastrophe, nie wieder!');
    await quarterSecond();
    expect((await alerts()).map(({ topicId }) => topicId)).not.toContain(id);
    await pia.patch(`/api/v1/topics/${id}`, { active: true });
    await watchSettled(app);
    await send(6, 'Der Hafen ist eine Katastrophe, nie wieder!');
    expect(await alertOf(id)).toMatchObject({ level: 3 });
  });

  it('that never alerted can be removed; the rest is part of the record', async () => {
    const made = await pia.post('/api/v1/topics', values('segel', 'Segel'));
    const { id } = made.body as TopicView;
    expect((await pia.delete(`/api/v1/topics/${id}`)).status).toBe(204);
    expect((await pia.patch(`/api/v1/topics/${id}`, { name: 'x' })).status).toBe(404);
  });

  it('belongs to its brand', async () => {
    const other = await aWatchedTopic(app, 'Südwind');
    const vera = await app.signedIn('Vera', [{ role: 'pr', brandId: other.brandId }]);
    const names = ((await vera.get('/api/v1/topics')).body as TopicView[]).map(({ name }) => name);
    expect(names).toEqual(['Südwind']);
    expect((await vera.patch(`/api/v1/topics/${topic.id}`, { name: 'x' })).status).toBe(403);
    expect((await vera.post('/api/v1/topics', values('x-ray'))).status).toBe(403);
  });

  it('leaves a trace of every change', async () => {
    const ada = await app.signedIn('Ada', [{ role: 'admin', brandId: null }]);
    const audit = (await ada.get('/api/v1/audit')).body as AuditRow[];
    const changed = audit.find(({ action }) => action === 'topic.changed');
    expect(changed).toMatchObject({
      by: { name: 'Pia' },
      details: { active: { from: false, to: true } },
    });
    expect(audit.map(({ action }) => action)).toContain('topic.deleted');
  });
});
