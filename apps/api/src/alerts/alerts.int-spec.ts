import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertDetail, AlertView, ErrorBody } from '@sturmwarte/contracts';
import {
  aWatchedTopic,
  sendMentions,
  startTestApp,
  watchSettled,
  type TestApp,
  type TestVisitor,
  type WatchedTopic,
} from '../testing/index.js';

describe('an alert and its people', () => {
  let app: TestApp;
  let pia: TestVisitor;
  let carl: TestVisitor;
  let watched: WatchedTopic;
  let id: number;

  beforeAll(async () => {
    app = await startTestApp();
    watched = await aWatchedTopic(app, 'Nordwind');
    pia = await app.signedIn('Pia', [{ role: 'pr', brandId: watched.brandId }]);
    carl = await app.signedIn('Carl', [{ role: 'community', brandId: null }]);
    await storm(6);
    id = ((await pia.get('/api/v1/alerts')).body as AlertView[])[0]!.id;
  }, 120_000);
  afterAll(() => app.close());

  async function storm(count: number): Promise<void> {
    const text = 'Nordwind ist eine Katastrophe, der Rückruf kommt viel zu spät!';
    const atMs = app.clock.now();
    await sendMentions({ url: app.url, token: watched.token, count, text, atMs });
    await watchSettled(app);
  }
  const detail = async () => (await pia.get(`/api/v1/alerts/${id}`)).body as AlertDetail;

  it('shows why it fired, with the mentions themselves', async () => {
    const { alert, samples, first, history, similar } = await detail();
    expect(alert).toMatchObject({ id, number: 1, topicName: 'Nordwind', level: 3 });
    expect(samples).toHaveLength(1);
    expect(samples[0]?.author).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{2}$/);
    expect(first?.text).toContain('Katastrophe');
    expect(history.map(({ type, seq }) => [type, seq])).toEqual([['raised', 1]]);
    expect(similar).toEqual([]);
  });

  it('is acknowledged by one of two people at once; the other is told who was first', async () => {
    const answers = await Promise.all([
      pia.post(`/api/v1/alerts/${id}/acknowledge`, { note: 'on it' }),
      carl.post(`/api/v1/alerts/${id}/acknowledge`, {}),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers.find(({ status }) => status === 200)?.body as AlertView;
    const loser = answers.find(({ status }) => status === 409)?.body as ErrorBody;
    expect(loser).toMatchObject({
      code: 'already-acknowledged',
      params: { by: winner.acknowledgedBy?.name, at: winner.acknowledgedAt },
    });
    const { history } = await detail();
    expect(history.map(({ type }) => type)).toEqual(['raised', 'acknowledged']);
  });

  it('takes notes from everybody who may write them', async () => {
    expect((await carl.post(`/api/v1/alerts/${id}/notes`, { note: 'calling them' })).status).toBe(
      200,
    );
    const otto = await app.signedIn('Otto', [{ role: 'observer', brandId: null }]);
    const refused = await otto.post(`/api/v1/alerts/${id}/notes`, { note: 'me too' });
    expect(refused.status).toBe(403);
  });

  it('is closed with a reason, sleeps through its own tail, and may be opened again', async () => {
    const close = (body: object) => pia.post(`/api/v1/alerts/${id}/close`, body);
    expect((await close({ kind: 'no-event' })).body).toMatchObject({ code: 'reason-missing' });
    expect((await close({ kind: 'no-event', reason: 'misjudged-text' })).status).toBe(200);
    expect((await close({ kind: 'all-clear' })).body).toMatchObject({ code: 'already-closed' });
    await storm(3);
    expect((await pia.get('/api/v1/alerts?live=true')).body).toEqual([]);
    const reopened = await pia.post(`/api/v1/alerts/${id}/reopen`);
    expect(reopened.body).toMatchObject({ state: 'open', acknowledgedBy: null, closedAt: null });
    const { history } = await detail();
    expect(history.map(({ type }) => type)).toEqual([
      'raised',
      'acknowledged',
      'noted',
      'closed',
      'reopened',
    ]);
  });

  it('is found by its topic, its words, what was noted and why it was closed', async () => {
    const found = async (words: string) => {
      const { body } = await pia.get(`/api/v1/alerts/search?words=${encodeURIComponent(words)}`);
      return (body as AlertView[]).map((alert) => alert.id);
    };
    expect(await found('nordwind')).toEqual([id]);
    expect(await found('"calling them"')).toEqual([id]);
    expect(await found('Flaute')).toEqual([]);
    expect(await found('ironie')).toEqual([]);
    const { alert } = await detail();
    expect(alert.evidence.terms.length).toBeGreaterThan(0);
    expect(await found(alert.evidence.terms[0]?.term ?? '')).toEqual([id]);
    const close = { kind: 'no-event', reason: 'misjudged-text' };
    expect((await pia.post(`/api/v1/alerts/${id}/close`, close)).status).toBe(200);
    expect(await found('ironie')).toEqual([id]);
    expect(await found('misjudged')).toEqual([id]);
    await pia.post(`/api/v1/alerts/${id}/reopen`);
    expect((await pia.get('/api/v1/alerts/search?words=x')).status).toBe(400);
  });

  it('does not exist for people of another brand', async () => {
    const other = await aWatchedTopic(app, 'Südwind');
    const vera = await app.signedIn('Vera', [{ role: 'pr', brandId: other.brandId }]);
    expect((await vera.get('/api/v1/alerts')).body).toEqual([]);
    expect((await vera.get(`/api/v1/alerts?brand=${watched.brandId}`)).body).toEqual([]);
    expect((await vera.get('/api/v1/alerts/search?words=nordwind')).body).toEqual([]);
    expect((await vera.get(`/api/v1/alerts/${id}`)).status).toBe(403);
    expect((await vera.post(`/api/v1/alerts/${id}/acknowledge`, {})).status).toBe(403);
  });
});
