import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RetentionRepository, SourceRepository, verifyCounters } from '@sturmwarte/store';
import { whereFound } from '@sturmwarte/store/testing';
import { newToken, tokenHash } from '../common/token-hash.js';
import {
  aWatchedTopic,
  eventually,
  startTestApp,
  watchSettled,
  type TestApp,
} from '../testing/index.js';

const DAY_MS = 86_400_000;
/** No language has these words, so that no stemmer shortens them. */
const SOON = 'quorxabatil';
const LATE = 'vexomurtaki';

describe('what has expired', () => {
  let app: TestApp;
  let retention: RetentionRepository;
  let start: number;

  beforeAll(async () => {
    app = await startTestApp({ environment: { DATABASE_POOL_MAX: '8' } });
    // Some rows carry the time of the database.
    app.clock.advance(Date.now() - app.clock.now());
    start = app.clock.now();
    retention = new RetentionRepository(app.db.pool);
    const soon = await aWatchedTopic(app, 'Nordwind');
    const late = await aWatchedTopic(app, 'Südwind');
    const sources = new SourceRepository(app.db);
    const sentBy = async (brandId: number, name: string, retentionDays: number) => {
      const token = newToken();
      await app.db.transaction(async (tx) => {
        const feed = { spaceId: 1, brandId, active: true, name, silentAfterMinutes: null };
        const source = await sources.create({ ...feed, retentionDays }, tx);
        await sources.addToken(source.id, { hash: tokenHash(token), hint: 'x' }, tx);
      });
      return token;
    };
    await speak(await sentBy(soon.brandId, 'keeps a week', 7), 'Nordwind', SOON);
    await speak(await sentBy(late.brandId, 'keeps a quarter', 90), 'Südwind', LATE);
    await eventually(async () => {
      await watchSettled(app);
      const places = await app.db.pool.query(
        `select from stage_offset o where not exists (
           select from intake_batch b where (b.xid, b.id) > (o.xid, o.id))`,
      );
      const [alerts, names] = [await count('alert'), await count('author')];
      const rejects = await count('intake_reject');
      return places.rowCount === 2 && alerts === 2 && names === 24 && rejects === 6;
    });
  }, 90_000);
  afterAll(() => app.close());

  const count = async (table: string): Promise<number> =>
    (await app.db.pool.query(`select from ${table}`)).rowCount ?? 0;

  /** Twelve angry people and three lines that are refused; the word stands in everything a source can send. */
  async function speak(token: string, brand: string, word: string): Promise<void> {
    const good = Array.from({ length: 12 }, (_, n) => ({
      externalId: `${word} ${n}`,
      channel: n % 2 === 0 ? 'x' : 'news',
      outlet: `${word}.example`,
      outletTier: 'online',
      url: `https://${word}.example/${n}`,
      author: { id: `${word} ${n}`, handle: `${word}_${n}`, name: `${word} N.`, followers: 5 },
      title: `${brand}: ${word}`,
      text: `${brand} ist eine Katastrophe, unverschämt! ${word} #${word} @${word}`,
      parent: `${word} parent`,
      root: `${word} root`,
      ...(n === 3 ? { repostOf: `${word} original` } : {}),
    }));
    const bad = [
      { externalId: `${word} bad`, channel: word, text: word },
      { externalId: `${word} bad`, url: word, text: word },
      { externalId: `${word} bad`, kind: word, [word]: word },
    ];
    const response = await fetch(`${app.url}/api/v1/mentions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify([...good, ...bad]),
    });
    expect(await response.json()).toMatchObject({ stored: 12, rejected: 3 });
  }

  it('was in many places before', async () => {
    for (const word of [SOON, LATE]) {
      const found = (await whereFound(app.db, word)).join(' ');
      for (const place of ['mention.text', 'mention_search.words', 'author.handle', 'alert.body']) {
        expect(found).toContain(place);
      }
      expect(found).toContain('intake_reject.sample');
      expect(found).toContain('live_log.body');
    }
  });

  it('goes after its own time, from everywhere, and nothing else goes with it', async () => {
    const before = await whereFound(app.db, LATE);
    await retention.run(start + 9 * DAY_MS);
    expect(await whereFound(app.db, SOON)).toEqual([]);
    expect(await whereFound(app.db, LATE)).toEqual(before);
    expect(await verifyCounters(app.db.pool)).toEqual([]);
    expect(await count('alert')).toBe(2);
  });

  it('is gone when the longest time is over', async () => {
    await retention.run(start + 92 * DAY_MS);
    expect(await whereFound(app.db, LATE)).toEqual([]);
    expect(await verifyCounters(app.db.pool)).toEqual([]);
    expect(await count('alert')).toBe(2);
  });
});
