import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { firstPressOf, jumpOf } from '@sturmwarte/domain';
import { AlertRepository } from '@sturmwarte/store';
import {
  aWatchedTopic,
  startTestApp,
  watchSettled,
  type TestApp,
  type WatchedTopic,
} from '../testing/index.js';
import { WatchService } from './watch.service.js';

const MINUTE = 60_000;
const ANGRY = 'Nordwind ist eine Katastrophe, nie wieder!';

describe('the turning points of a storm', () => {
  let app: TestApp;
  let watched: WatchedTopic;
  let made = 0;
  beforeAll(async () => {
    app = await startTestApp();
    watched = await aWatchedTopic(app, 'Nordwind');
  }, 120_000);
  afterAll(() => app.close());

  async function say(count: number, fields: object): Promise<void> {
    const observedAt = new Date(app.clock.now()).toISOString();
    const lines = Array.from({ length: count }, () => {
      made++;
      const author = { id: `author ${made}` };
      return { externalId: `m${made}`, text: `${ANGRY} ${made}`, observedAt, author, ...fields };
    });
    const response = await fetch(`${app.url}/api/v1/mentions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${watched.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(lines),
    });
    if (response.status !== 200) throw new Error(`refused: ${await response.text()}`);
    await watchSettled(app);
  }
  /** So much later, with everything that is over closed. */
  async function later(minutes: number): Promise<void> {
    app.clock.advance(minutes * MINUTE);
    app.nest.get(WatchService).of(1)?.tick();
    await watchSettled(app);
  }
  const evidence = async () => {
    const list = { spaceId: 1, brands: 'all', limit: 5 } as const;
    const [alert] = await new AlertRepository(app.db).list(list);
    return alert!.evidence;
  };

  it('tells on which channel it began, and that the picture is thin and young', async () => {
    await say(6, { channel: 'x' });
    const { course, quality } = await evidence();
    expect(course?.channels.map(({ channel }) => channel)).toEqual(['x']);
    expect(jumpOf(course!)).toBeNull();
    expect(quality).toEqual(['first-week', 'thin']);
  });

  it('tells when it jumped to another channel', async () => {
    await later(10);
    const jumped = app.clock.now();
    await say(4, { channel: 'forum' });
    await later(2);
    await say(1, { channel: 'x' });
    const jump = jumpOf((await evidence()).course!);
    expect(jump?.channel).toBe('forum');
    expect(Date.parse(jump!.at)).toBeLessThanOrEqual(jumped);
    expect(Date.parse(jump!.at)).toBeGreaterThan(jumped - MINUTE);
  });

  it('tells which paper was the first, after a blog that is none', async () => {
    await later(5);
    await say(1, { channel: 'blog', outlet: 'Ein Blog' });
    await later(5);
    await say(1, { channel: 'news', outlet: 'Tagblatt online' });
    await later(5);
    await say(1, { channel: 'x', outlet: 'Nordfunk', outletTier: 'broadcast' });
    await later(2);
    await say(1, { channel: 'x' });
    const { course } = await evidence();
    expect(firstPressOf(course!)).toMatchObject({ outlet: 'Tagblatt online', tier: 'online' });
    expect(course?.outlets.map(({ outlet, tier }) => [outlet, tier])).toEqual([
      ['Nordfunk', 'broadcast'],
      ['Tagblatt online', 'online'],
      ['Ein Blog', 'blog'],
    ]);
  });

  it('counts a source that is a paper as that paper, also where its pieces name none', async () => {
    const pr = await app.signedIn('Admin', [{ role: 'admin', brandId: null }]);
    const url = `/api/v1/sources/${watched.sourceId}`;
    const changed = await pr.patch(url, { outletTier: 'print' });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ outletTier: 'print' });
    await later(2);
    // So many that it burns again: of a calm topic nobody reads the mentions.
    await say(6, { channel: 'news' });
    await pr.patch(url, { outletTier: 'none' });
    await later(2);
    const { course } = await evidence();
    expect(course?.outlets).toContainEqual(
      expect.objectContaining({ outlet: 'feed of Nordwind', tier: 'print' }),
    );
    expect((await pr.patch(url, { outletTier: 'huge' })).status).toBe(400);
  });

  it('remembers where it began when that has long left the hours that are read', async () => {
    const before = (await evidence()).course!;
    for (let hour = 0; hour < 8; hour++) {
      await later(60);
      await say(6, { channel: 'x' });
    }
    const { course } = await evidence();
    expect(firstPressOf(course!)).toEqual(firstPressOf(before));
    expect(course?.channels[0]).toEqual(before.channels[0]);
    expect(jumpOf(course!)).toEqual(jumpOf(before));
  });
});
