import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MentionPage, MentionView } from '@sturmwarte/contracts';
import { SourceRepository, TopicRepository, verifyCounters } from '@sturmwarte/store';
import { newToken, tokenHash } from '../common/token-hash.js';
import { startTestApp, type TestApp, type TestVisitor } from '../testing/index.js';

describe('what follows the commit', () => {
  let app: TestApp;
  const token = newToken();
  let north: number;
  let south: number;

  beforeAll(async () => {
    app = await startTestApp({ environment: { DATABASE_POOL_MAX: '8' } });
    const brands = await app.db.pool.query<{ id: number }>(
      `insert into brand (name) values ('Nordwind'), ('Südwind') returning id`,
    );
    [north, south] = brands.rows.map(({ id }) => id) as [number, number];
    await app.db.transaction(async (tx) => {
      const topics = new TopicRepository(app.db);
      const base = { spaceId: 1, kind: 'company', rules: [], active: true } as const;
      await topics.create({ ...base, brandId: north, name: 'Nord', query: 'Nordwind' }, tx);
      await topics.create({ ...base, brandId: south, name: 'Süd', query: 'Katastrophe' }, tx);
      const sources = new SourceRepository(app.db);
      const house = { spaceId: 1, brandId: null, active: true, silentAfterMinutes: null };
      const source = await sources.create({ ...house, name: 'feed', retentionDays: 90 }, tx);
      await sources.addToken(source.id, { hash: tokenHash(token), hint: 'x' }, tx);
    });
    app.bus.publish('topics.changed', { spaceId: 1, topicIds: [] });
  }, 120_000);
  afterAll(() => app.close());

  async function send(mentions: object[]): Promise<void> {
    const response = await fetch(`${app.url}/api/v1/mentions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(mentions),
    });
    expect(response.status).toBe(200);
  }
  async function eventually<T>(look: () => Promise<T | null | undefined>): Promise<T> {
    for (let tries = 0; tries < 200; tries++) {
      const found = await look();
      if (found !== null && found !== undefined) return found;
      await sleep(50);
    }
    throw new Error('it did not happen within ten seconds');
  }
  async function list(visitor: TestVisitor, query: string): Promise<readonly MentionView[]> {
    const { status, body } = await visitor.get(`/api/v1/mentions?${query}`);
    expect(status).toBe(200);
    return (body as MentionPage).mentions;
  }

  it('a mention is judged again with its topic’s own words muted, searchable, and highlighted', async () => {
    const lead = await app.signedIn('Lena', [{ role: 'lead', brandId: north }]);
    await send([
      {
        externalId: 'a',
        text: 'Nordwind ist eine Katastrophe, der Service ist unverschämt!',
        author: { id: 'zoe', handle: 'zoe_private', name: 'Zoe Z.' },
      },
      { externalId: 'b', text: 'Nordwind fährt heute nach Plan.' },
      { externalId: 'c', text: 'Rezept für Apfelkuchen' },
    ]);
    const found = await eventually(async () => {
      const mentions = await list(lead, 'q=unverschämt');
      return mentions.find(({ judgedBy }) => judgedBy !== 'first look');
    });
    expect(found).toMatchObject({ polarity: 'negative', lang: 'de' });
    expect(found.topics).toHaveLength(2);
    const words = found.spans.map(({ start, end }) => found.text.slice(start, end));
    expect(words.join(' ')).toContain('unverschämt');
    expect(JSON.stringify(found)).not.toContain('zoe');
    expect(await verifyCounters(app.db.pool)).toEqual([]);
    expect(await list(lead, 'polarity=negative')).toHaveLength(1);
    expect((await lead.get(`/api/v1/mentions/${found.id}`)).body).toEqual(found);
  });

  it('people see the mentions of their brands and no others', async () => {
    const of = (name: string, brandId: number) => app.signedIn(name, [{ role: 'pr', brandId }]);
    const [nora, sam] = [await of('Nora', north), await of('Sam', south)];
    expect((await list(nora, '')).map(({ text }) => text)).toHaveLength(2);
    const [seen, ...more] = await list(sam, '');
    expect(more).toEqual([]);
    expect(await list(sam, `brand=${north}`)).toEqual([]);
    const [hidden] = (await list(nora, '')).filter(({ id }) => id !== seen?.id);
    expect(await sam.get(`/api/v1/mentions/${hidden?.id}`)).toMatchObject({ status: 404 });
    const admin = await app.signedIn('Ada', [{ role: 'admin', brandId: null }]);
    expect(await admin.get('/api/v1/mentions')).toMatchObject({ status: 403 });
    const everyone = await app.signedIn('Eva', [{ role: 'lead', brandId: null }]);
    expect(await list(everyone, '')).toHaveLength(3);
  });

  it('refuses a filter that is none', async () => {
    const lead = await app.signedIn('Leo', [{ role: 'lead', brandId: null }]);
    for (const query of ['author=<script>', 'limit=1000', 'channel=fax', 'before=x']) {
      expect(await lead.get(`/api/v1/mentions?${query}`)).toMatchObject({
        status: 400,
        body: { code: 'invalid-input' },
      });
    }
  });
});
