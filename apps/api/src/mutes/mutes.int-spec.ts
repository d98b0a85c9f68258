import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView, LiveMessage, MuteDetail, MuteView } from '@sturmwarte/contracts';
import { isAlarm } from '@sturmwarte/domain';
import { AlertRepository } from '@sturmwarte/store';
import {
  aWatchedTopic,
  eventually,
  knownMute,
  mutesKnown,
  sendMentions,
  startServerOn,
  startTestApp,
  watchSettled,
  type TestApp,
  type TestVisitor,
  type WatchedTopic,
} from '../testing/index.js';
import { MuteTicker } from './mute-ticker.js';

type Server = Awaited<ReturnType<typeof startServerOn>>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ANGRY = 'ist eine Katastrophe, nie wieder!';

describe('a mute', () => {
  let app: TestApp;
  let other: Server;
  let pr: TestVisitor;
  const told: LiveMessage[] = [];

  beforeAll(async () => {
    app = await startTestApp();
    other = await startServerOn(app.databaseUrl, app.clock);
    app.bus.on('live.appended').subscribe(({ messages }) => void told.push(...messages));
  }, 120_000);
  afterAll(async () => {
    await other.close();
    await app.close();
  });

  const person = (name: string, role: 'pr' | 'community', brandId: number) =>
    app.signedIn(name, [{ role, brandId }]);
  const inHours = (hours: number) => new Date(app.clock.now() + hours * HOUR).toISOString();
  async function mute(topicId: number, hours: number, rest = {}): Promise<MuteView> {
    const subject = { kind: 'topic', topicId };
    const reason = 'Die Kampagne läuft';
    const body = { subject, reason, until: inHours(hours), ...rest };
    const answer = await pr.post('/api/v1/mutes', body);
    expect(answer.status).toBe(201);
    return answer.body as MuteView;
  }
  const storm = async ({ token, topicId }: WatchedTopic, name: string, count = 6) => {
    const text = `${name} ${ANGRY}`;
    await sendMentions({ url: app.url, token, count, text, atMs: app.clock.now() });
    return eventually(() => alertOf(topicId));
  };
  const alertOf = async (topicId: number): Promise<AlertView | undefined> => {
    const filter = { spaceId: 1, brands: 'all', topicId, limit: 5 } as const;
    return (await new AlertRepository(app.db).list(filter))[0];
  };
  const alertThat = (topicId: number, holds: (alert: AlertView) => boolean) =>
    eventually(async () => {
      const alert = await alertOf(topicId);
      return alert && holds(alert) ? alert : false;
    });
  const detail = async (id: number) => (await pr.get(`/api/v1/mutes/${id}`)).body as MuteDetail;
  const newsOf = (id: number) =>
    told.flatMap(({ body }) => (body.type === 'mute' && body.muteId === id ? [body.news] : []));
  async function town(name: string): Promise<WatchedTopic> {
    const watched = await aWatchedTopic(app, name);
    pr = await person(`Pia-${name}`, 'pr', watched.brandId);
    return watched;
  }

  it('keeps the alarm on record and quiet, counts it, warns, ends by itself, and then it comes', async () => {
    const watched = await town('Nordwind');
    const { id } = await mute(watched.topicId, 2);
    await mutesKnown(app);
    const quiet = await storm(watched, 'Nordwind');
    expect(quiet).toMatchObject({ level: 3, state: 'open', held: { kind: 'mute', muteId: id } });
    expect(isAlarm(quiet)).toBe(false);
    // The first word of it is already quiet: nobody's console rings for a moment.
    // (It is told once it is on record, so a moment after it can be read.)
    const first = await eventually(() =>
      told.find(({ body }) => body.type === 'alert' && body.alert.id === quiet.id),
    );
    expect(first.body).toMatchObject({ alert: { version: 2, held: { muteId: id } } });
    expect((await detail(id)).mute).toMatchObject({ heldAlarms: 1, name: 'Nordwind' });

    app.clock.advance(100 * MINUTE);
    await app.nest.get(MuteTicker).tick();
    expect(newsOf(id)).toEqual(['set']);
    app.clock.advance(10 * MINUTE);
    await storm(watched, 'Nordwind', 8);
    // Whoever looks first tells it; nobody tells it twice.
    await Promise.all([app, other].map(({ nest }) => nest.get(MuteTicker).tick()));
    await eventually(async () => (await detail(id)).history.length === 2);
    app.clock.advance(10 * MINUTE);
    const loud = await alertThat(watched.topicId, isAlarm);
    expect(loud).toMatchObject({ id: quiet.id, level: 3, held: null });
    await Promise.all([app, other].map(({ nest }) => nest.get(MuteTicker).tick()));
    const over = await eventually(async () => {
      const found = await detail(id);
      return found.mute.endedAt !== null && found;
    });
    expect(over.history.map(({ kind }) => kind)).toEqual(['set', 'warned', 'ended']);
    expect(over.mute).toMatchObject({ endedBy: null, heldAlarms: 1 });
    expect(over.mute.endedAt).toBe(over.mute.until);
    expect(over.alerts.map((alert) => alert.id)).toEqual([quiet.id]);
    const audit = await app.db.pool.query<{ action: string; person_name: string | null }>(
      `select action, person_name from audit_entry where subject = 'Nordwind' and action like 'mute.%' order by id`,
    );
    expect(audit.rows).toEqual([
      { action: 'mute.set', person_name: 'Pia-Nordwind' },
      { action: 'mute.warned', person_name: null },
      { action: 'mute.ended', person_name: null },
    ]);
  });

  it('set at one server is kept by the other, which heard nothing of it', async () => {
    const watched = await town('Suedwind');
    const { id } = await mute(watched.topicId, 1);
    const known = () => knownMute(other, watched.topicId, app.clock.now());
    expect((await eventually(known)).id).toBe(id);
    await pr.post(`/api/v1/mutes/${id}/end`, { reason: null });
    await eventually(() => known() === null);
  });

  it('ended early says by whom, and the alarm comes at once', async () => {
    const watched = await town('Westwind');
    const { id } = await mute(watched.topicId, 5);
    await mutesKnown(app);
    expect(isAlarm(await storm(watched, 'Westwind'))).toBe(false);
    const answer = await pr.post(`/api/v1/mutes/${id}/end`, { reason: 'Jetzt doch ernst' });
    expect(answer.body).toMatchObject({ endedBy: { name: 'Pia-Westwind' } });
    expect(await alertThat(watched.topicId, isAlarm)).toMatchObject({ held: null });
    const again = await pr.post(`/api/v1/mutes/${id}/end`, {});
    expect(again).toMatchObject({ status: 409, body: { code: 'mute-over' } });
    const { history } = await detail(id);
    expect(history.at(-1)).toMatchObject({ kind: 'ended-early', reason: 'Jetzt doch ernst' });
  });

  it('whose end came while every server was down is over when they are back, and the alarm comes', async () => {
    const watched = await town('Ostwind');
    const { id } = await mute(watched.topicId, 1);
    await mutesKnown(app);
    await storm(watched, 'Ostwind');
    await watchSettled(app);
    expect((await alertOf(watched.topicId))?.held).toMatchObject({ muteId: id });
    // This one is new: all it knows is on record.
    app.bus.close();
    await other.close();
    app.clock.advance(61 * MINUTE);
    other = await startServerOn(app.databaseUrl, app.clock);
    const loud = await alertThat(watched.topicId, ({ held }) => held === null);
    expect(loud.state).toBe('open');
    await other.nest.get(MuteTicker).tick();
    await eventually(async () => (await detail(id)).history.some(({ kind }) => kind === 'ended'));
  });
});

describe('somebody who wants to mute', () => {
  let app: TestApp;
  let watched: WatchedTopic;
  beforeAll(async () => {
    app = await startTestApp();
    watched = await aWatchedTopic(app, 'Nordwind');
  }, 120_000);
  afterAll(() => app.close());

  const ask = async (who: TestVisitor, rest: object) =>
    who.post('/api/v1/mutes', {
      subject: { kind: 'topic', topicId: watched.topicId },
      reason: 'Die Kampagne läuft',
      until: new Date(app.clock.now() + HOUR).toISOString(),
      ...rest,
    });

  it('needs the right, a reason and an end within thirty days', async () => {
    const { brandId } = watched;
    const community = await app.signedIn('Mia', [{ role: 'community', brandId }]);
    expect((await ask(community, {})).status).toBe(403);
    const lead = await app.signedIn('Lea', [{ role: 'lead', brandId }]);
    expect((await ask(lead, { reason: '' })).status).toBe(400);
    expect((await ask(lead, { until: undefined })).status).toBe(400);
    const far = new Date(app.clock.now() + 31 * 24 * HOUR).toISOString();
    expect((await ask(lead, { until: far })).body).toMatchObject({ code: 'mute-too-long' });
    const past = new Date(app.clock.now() - HOUR).toISOString();
    expect((await ask(lead, { until: past })).body).toMatchObject({ code: 'mute-too-short' });
    const list = await lead.get('/api/v1/mutes');
    expect(list.body).toEqual([]);
  });

  it('of two at once is the first, or told who was', async () => {
    const lead = await app.signedIn('Lola', [{ role: 'lead', brandId: watched.brandId }]);
    const both = await Promise.all([ask(lead, {}), ask(lead, {})]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = both.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'muted-already', params: { by: 'Lola' } });
    const [only] = (await lead.get('/api/v1/mutes')).body as MuteView[];
    const until = new Date(app.clock.now() + 3 * HOUR).toISOString();
    const longer = await lead.post(`/api/v1/mutes/${only?.id}/extend`, { until, reason: 'Länger' });
    expect(longer.body).toMatchObject({ until });
  });

  it('turns the pages of those that are over, and finds them by words and kind', async () => {
    const { brandId, topicId } = await aWatchedTopic(app, 'Ostwind');
    const lead = await app.signedIn('Lotte', [{ role: 'lead', brandId }]);
    for (const reason of ['Roboter 1', 'Kampagne', 'Roboter 2', 'Roboter 3']) {
      const set = await ask(lead, { subject: { kind: 'topic', topicId }, reason });
      app.clock.advance(MINUTE);
      await lead.post(`/api/v1/mutes/${(set.body as MuteView).id}/end`, {});
    }
    await ask(lead, { subject: { kind: 'topic', topicId }, reason: 'Roboter, noch immer' });
    const list = async (query: string) =>
      (await lead.get(`/api/v1/mutes?${query}`)).body as MuteView[];
    const reasons = (mutes: readonly MuteView[]) => mutes.map(({ reason }) => reason);
    expect(reasons(await list('state=open'))).toEqual(['Roboter, noch immer']);
    const first = await list('state=over&limit=2&q=ROBOTER');
    expect(reasons(first)).toEqual(['Roboter 3', 'Roboter 2']);
    const next = await list(`state=over&limit=2&q=ROBOTER&before=${first[1]?.id}`);
    expect(reasons(next)).toEqual(['Roboter 1']);
    expect(await list('q=100%25')).toEqual([]);
    expect(await list('kind=source')).toEqual([]);
    expect(await list('q=lotte')).toHaveLength(5);
  });

  it('sees and touches no mute of a brand that is not theirs', async () => {
    const { brandId } = await aWatchedTopic(app, 'Südwind');
    const stranger = await app.signedIn('Otto', [{ role: 'lead', brandId }]);
    expect((await stranger.get('/api/v1/mutes')).body).toEqual([]);
    const { rows } = await app.db.pool.query<{ id: number }>('select id from mute limit 1');
    expect((await stranger.get(`/api/v1/mutes/${rows[0]?.id}`)).status).toBe(403);
    expect((await stranger.post(`/api/v1/mutes/${rows[0]?.id}/end`, {})).status).toBe(403);
  });
});
