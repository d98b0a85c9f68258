import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertView, MuteDetail, MuteView } from '@sturmwarte/contracts';
import { isAlarm } from '@sturmwarte/domain';
import { AlertRepository, verifyCounters } from '@sturmwarte/store';
import {
  aWatchedTopic,
  eraseMention,
  eventually,
  mutesKnown,
  startServerOn,
  startTestApp,
  unsoundQuietMinutes,
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
/** What a robot says, with little changes, in the name of many. */
const ROBOT =
  'hat uns alle betrogen, das ist eine Katastrophe. Wer noch dort kauft, ist selbst schuld. Kündigt jetzt alle!';

interface Said {
  readonly id: string;
  readonly text: string;
  readonly author?: string;
  readonly version?: number;
}

describe('a mute of a source, an author or copies', () => {
  let app: TestApp;
  let other: Server;
  let pr: TestVisitor;
  let watched: WatchedTopic;

  beforeAll(async () => {
    app = await startTestApp();
    other = await startServerOn(app.databaseUrl, app.clock);
  }, 120_000);
  afterAll(async () => {
    await other.close();
    await app.close();
  });

  async function town(name: string): Promise<void> {
    watched = await aWatchedTopic(app, name);
    pr = await app.signedIn(`Pia-${name}`, [{ role: 'pr', brandId: watched.brandId }]);
  }
  const say = async (said: readonly Said[], url = app.url): Promise<void> => {
    const observedAt = new Date(app.clock.now()).toISOString();
    const response = await fetch(`${url}/api/v1/mentions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${watched.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(
        said.map(({ id, text, author = id, version = 0 }) => ({
          ...{ externalId: id, text, channel: 'x', observedAt, version },
          author: { id: author },
        })),
      ),
    });
    expect(response.status).toBe(200);
  };
  const many = (name: string, count: number, text: (n: number) => string, author?: string) =>
    Array.from({ length: count }, (_, n) => ({
      ...{ id: `${name} ${n}`, text: text(n) },
      ...(author === undefined ? {} : { author }),
    }));
  const inHours = (hours: number) => new Date(app.clock.now() + hours * HOUR).toISOString();
  async function mute(subject: object, rest: object = {}): Promise<MuteView> {
    const { brandId } = watched;
    const body = { subject, brandId, reason: 'Ein Roboter', until: inHours(2), ...rest };
    const answer = await pr.post('/api/v1/mutes', body);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body as MuteView;
  }
  const source = () => ({ kind: 'source', sourceId: watched.sourceId });
  const detail = async (id: number) => (await pr.get(`/api/v1/mutes/${id}`)).body as MuteDetail;
  const alertOf = async (): Promise<AlertView | undefined> => {
    const filter = { spaceId: 1, brands: 'all', topicId: watched.topicId, limit: 5 } as const;
    return (await new AlertRepository(app.db).list(filter))[0];
  };
  const counted = async (): Promise<number> => {
    const { rows } = await app.db.pool.query<{ n: number }>(
      'select coalesce(sum(total), 0)::int as n from topic_minute where topic_id = $1',
      [watched.topicId],
    );
    return rows[0]?.n ?? 0;
  };
  /** Every counter is what is stored, of what counts and of what does not; nothing is below zero. */
  async function soundCounters(): Promise<void> {
    await secondLook();
    expect(await verifyCounters(app.db.pool)).toEqual([]);
    expect(await unsoundQuietMinutes(app.db)).toEqual([]);
    const below = await app.db.pool.query(
      'select * from topic_minute where total < 0 or negative < 0 or negative_count < 0',
    );
    expect(below.rows).toEqual([]);
  }
  const secondLook = () =>
    eventually(async () => {
      const { rows } = await app.db.pool.query<{ n: number }>(
        `select count(*)::int as n from mention m where cardinality(topics) > 0
           and not exists (select from judgement j where j.mention_id = m.id)`,
      );
      return rows[0]?.n === 0;
    });
  const mentionId = async (text: string) => {
    const { rows } = await app.db.pool.query<{ id: string }>(
      'select id from mention where text = $1 limit 1',
      [text],
    );
    return rows[0]?.id ?? '';
  };

  it('keeps what a source says stored and shown, and from counting; it is listed with the mute', async () => {
    await town('Nordwind');
    const { id } = await mute(source());
    await say(many('nord', 12, () => `Nordwind ${ANGRY}`));
    await secondLook();
    await watchSettled(app);
    expect(await counted()).toBe(0);
    expect(await alertOf()).toBeUndefined();
    const stream = await pr.get(`/api/v1/mentions?topicId=${watched.topicId}`);
    expect((stream.body as { mentions: unknown[] }).mentions).toHaveLength(12);
    const { mute: view, mentions } = await detail(id);
    expect(view).toMatchObject({ heldMentions: 12, heldLately: 12, name: 'feed of Nordwind' });
    expect(mentions).toHaveLength(10);
    await soundCounters();
  });

  it('leaves the counters sound when what it kept quiet, or what counted before, is edited, judged or erased', async () => {
    await town('Suedwind');
    const angry = `Suedwind ${ANGRY}`;
    await say(many('sued', 4, () => angry));
    expect(await counted()).toBe(4);
    const { id } = await mute(source());
    await say(many('quiet', 4, () => angry));
    expect(await counted()).toBe(4);
    await soundCounters();
    // Edited while it is muted: no longer counted. Erased: gone from where it was.
    await say([{ id: 'sued 0', text: `${angry} Wirklich.`, version: 1 }]);
    await eraseMention(app.url, watched.token, 'sued 1');
    await eraseMention(app.url, watched.token, 'quiet 1');
    expect(await counted()).toBe(2);
    expect((await detail(id)).mute.heldMentions).toBe(4);
    await soundCounters();
    await pr.post(`/api/v1/mutes/${id}/end`, {});
    await mutesKnown(app);
    // Edited when it is over: counts from now on. Erased: taken from nobody twice.
    await say([{ id: 'quiet 0', text: `${angry} Immer noch.`, version: 1 }]);
    await eraseMention(app.url, watched.token, 'quiet 2');
    await eraseMention(app.url, watched.token, 'sued 0');
    expect(await counted()).toBe(3);
    expect((await detail(id)).mute.heldMentions).toBe(1);
    await soundCounters();
  });

  it('of an author leaves everybody else counting, and their storm alarms with a mark of what is quiet', async () => {
    await town('Westwind');
    await say([{ id: 'first', text: 'Westwind gibt es auch', author: 'robot' }]);
    const [own] = (
      (await pr.get(`/api/v1/mentions?topicId=${watched.topicId}`)).body as {
        mentions: { author: string }[];
      }
    ).mentions;
    const { id } = await mute({ kind: 'author', author: own?.author });
    await say(many('robot', 9, (n) => `Westwind ${ANGRY} ${n}`, 'robot'));
    await watchSettled(app);
    expect(await alertOf()).toBeUndefined();
    await say(many('people', 6, (n) => `Westwind ${ANGRY} ${n}`));
    const alert = await eventually(async () => {
      const found = await alertOf();
      return found?.evidence.quiet === undefined ? false : found;
    });
    expect(isAlarm(alert)).toBe(true);
    expect(alert.evidence.quiet).toEqual({ mentions: 9, muteIds: [id] });
    expect(alert.evidence.uniqueAuthors ?? 6).toBe(6);
    await soundCounters();
  });

  it('of copies knows the robot by its text, whoever says it and however it is changed a little', async () => {
    await town('Ostwind');
    const text = (n: number) => `RT @x${n}: Ostwind ${ROBOT} https://x.example/${n}`;
    await say([{ id: 'pattern', text: `Ostwind ${ROBOT}` }]);
    const subject = { kind: 'copies', mentionId: await mentionId(`Ostwind ${ROBOT}`) };
    const view = await mute(subject);
    expect(view.name).toBe('');
    expect(view.excerpt).toContain('betrogen');
    const again = await pr.post('/api/v1/mutes', {
      ...{ subject, brandId: watched.brandId, reason: 'Noch einmal', until: inHours(1) },
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'muted-already' } });
    await say(many('copy', 10, text));
    await watchSettled(app);
    expect(await alertOf()).toBeUndefined();
    expect(await counted()).toBe(1);
    expect((await detail(view.id)).mute.heldMentions).toBe(10);
    await say(many('own', 6, (n) => `Mein Ostwind ${n} ${ANGRY}`));
    const alert = await eventually(async () => {
      const found = await alertOf();
      return found?.evidence.quiet === undefined ? false : found;
    });
    expect(alert.evidence.quiet).toEqual({ mentions: 10, muteIds: [view.id] });
    // Nothing of the text outlives the mute here; without its mention nothing of it is shown.
    await eraseMention(app.url, watched.token, 'pattern');
    expect((await detail(view.id)).mute.excerpt).toBeNull();
    await pr.post(`/api/v1/mutes/${view.id}/end`, {});
    const { rows } = await app.db.pool.query('select sketch from mute where id = $1', [view.id]);
    expect(rows).toEqual([{ sketch: null }]);
    await soundCounters();
  });

  it('set at one server is kept by the other and after a restart, and ends by itself', async () => {
    await town('Fallwind');
    // This one learns the topic as it starts, and of the mute nothing but what is on record.
    await other.close();
    other = await startServerOn(app.databaseUrl, app.clock);
    const angry = `Fallwind ${ANGRY}`;
    const { id } = await mute(source());
    await eventually(async () => {
      await say([{ id: `probe ${Math.random()}`, text: angry }], other.url);
      return (await detail(id)).mute.heldMentions > 0;
    });
    await mutesKnown(app);
    await other.close();
    other = await startServerOn(app.databaseUrl, app.clock);
    const before = await counted();
    await say(
      many('back', 6, () => angry),
      other.url,
    );
    expect(await counted()).toBe(before);
    // Nobody has written the end down yet: the clock decides.
    app.clock.advance(2 * HOUR);
    await say(
      many('after', 5, () => angry),
      other.url,
    );
    expect(await counted()).toBe(before + 5);
    await other.nest.get(MuteTicker).tick();
    const { mute: over, history } = await detail(id);
    expect(over).toMatchObject({ endedBy: null, endedAt: over.until });
    expect(history.at(-1)).toMatchObject({ kind: 'ended', by: null });
    await soundCounters();
  });

  it('tells people, once, when a crowd speaks behind it: it may be a storm', async () => {
    await town('Sturmwind');
    const robot = await mute(source());
    const loud = async () => {
      await secondLook();
      app.clock.advance(MINUTE);
      await Promise.all([app, other].map(({ nest }) => nest.get(MuteTicker).tick()));
      await Promise.all([app, other].map(({ nest }) => nest.get(MuteTicker).tick()));
      return (await detail(robot.id)).history.filter(({ kind }) => kind === 'loud').length;
    };
    // Much, but of few.
    await say(many('few', 80, (n) => `Sturmwind ${ANGRY} ${n}`, 'one'));
    expect(await loud()).toBe(0);
    await say(many('crowd', 40, (n) => `Sturmwind ${ANGRY} ${n}`));
    expect(await loud()).toBe(1);
    expect(await loud()).toBe(1);
    expect((await detail(robot.id)).mute.loudAt).not.toBeNull();
    expect(await alertOf()).toBeUndefined();
  });

  it('is for one topic when asked, never for another brand, and asks for what is there', async () => {
    await town('Aufwind');
    const here = watched;
    const stranger = await aWatchedTopic(app, 'Abwind');
    await mute(source(), { onlyTopicId: here.topicId, brandId: undefined });
    await say(many('both', 3, () => `Aufwind und Abwind: ${ANGRY}`));
    expect(await counted()).toBe(0);
    watched = stranger;
    expect(await counted()).toBe(3);
    const ask = (subject: object, rest: object = {}) =>
      pr.post('/api/v1/mutes', {
        ...{ subject, brandId: here.brandId, reason: 'Ein Roboter', until: inHours(2), ...rest },
      });
    const own = { kind: 'source', sourceId: here.sourceId };
    expect((await ask(own, { brandId: stranger.brandId })).status).toBe(403);
    expect((await ask(own, { brandId: undefined })).body).toMatchObject({ code: 'invalid-input' });
    const nobody = { kind: 'author', author: '0000-00' };
    expect((await ask(nobody)).body).toMatchObject({ code: 'not-found' });
    expect((await ask({ kind: 'author', author: "'; drop" })).status).toBe(404);
    expect((await ask({ kind: 'copies', mentionId: '1' })).status).toBe(404);
    watched = here;
    await say([{ id: 'short', text: 'Aufwind!' }]);
    const short = { kind: 'copies', mentionId: await mentionId('Aufwind!') };
    expect((await ask(short)).body).toMatchObject({ code: 'text-too-short' });
    await soundCounters();
  });
});
