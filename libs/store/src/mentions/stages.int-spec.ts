import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '../database.js';
import { aMention, anErasure, testDatabase, type TestDatabase } from '../testing/index.js';
import { rowsHolding } from '../testing/rows-holding.js';
import { dayOf } from './mention-id.js';
import { mergeAuthors } from './merge-authors.js';
import { MentionRepository } from './mention.repository.js';
import { MentionWriter } from './mention-writer.js';
import { pseudonym } from './pseudonym.js';
import { RetentionRepository } from './retention.repository.js';
import { indexForSearch } from './search-index.js';
import { SecondLookRepository, type StoredJudgement } from './second-look.repository.js';
import { StageRepository, type IntakeBatchRow } from './stage.repository.js';
import { verifyCounters } from './verify-counters.js';

const DAY_MS = 86_400_000;

describe('behind the commit', () => {
  let test: TestDatabase;
  let db: Database;
  let stages: StageRepository;
  beforeAll(async () => {
    test = await testDatabase();
    db = await openDatabase(test.url);
    await db.migrate();
    stages = new StageRepository(db.pool);
    await db.pool.query(
      `insert into brand (name) values ('Nordwind'), ('Südwind');
       insert into topic (space_id, brand_id, name, kind, query)
         values (1, 1, 'Nordwind', 'company', 'Nordwind'), (1, 2, 'Südwind', 'company', 'Südwind');
       insert into source (space_id, name, brand_id, retention_days)
         values (1, 'long', 1, 90), (1, 'short', 1, 7), (1, 'of nobody', null, 7);`,
    );
  }, 120_000);
  afterAll(async () => {
    await db.close();
    await test.drop();
  });

  async function aWriter(now?: () => number): Promise<MentionWriter> {
    const writer = new MentionWriter(db.pool, { secret: 's', ...(now ? { now } : {}) });
    await writer.prepare();
    return writer;
  }
  /** Transactions of other databases of the server hold batches back as well: other tests do write meanwhile. */
  async function visible(stage: string, count: number): Promise<IntakeBatchRow[]> {
    for (let tries = 0; ; tries++) {
      const batches = await stages.batchesAfter(await stages.place(stage), 10);
      if (batches.length >= count || tries > 200) return batches;
      await sleep(50);
    }
  }
  async function caughtUp(stage: string): Promise<void> {
    const { rows } = await db.pool.query<{ n: number }>(
      'select count(*)::int as n from intake_batch where (xid, id) > ($1::xid8, $2::bigint)',
      Object.values(await stages.place(stage)),
    );
    for (let left = rows[0]?.n ?? 0; left > 0;) {
      const from = await stages.place(stage);
      const batches = await visible(stage, 1);
      const last = batches.at(-1);
      if (last === undefined) throw new Error('the batches do not become visible');
      left -= batches.length;
      await stages.advance(stage, from, last, (client) => indexForSearch(client, batches));
    }
  }

  it('never passes over a batch whose transaction began earlier and ends later', async () => {
    const writer = await aWriter();
    await caughtUp('order');
    const slow = await db.pool.connect();
    await slow.query('begin');
    await slow.query(`insert into intake_batch (space_id, topics) values (1, '{}')`);
    await writer.submit([aMention({ externalId: 'after' })]);
    expect(await stages.batchesAfter(await stages.place('order'), 10)).toHaveLength(0);
    await slow.query('commit');
    slow.release();
    const batches = await visible('order', 2);
    expect(batches).toHaveLength(2);
    expect(batches[0]?.firstId).toBeNull();
  });

  it('lets only one server move a stage from the same place', async () => {
    const from = await stages.place('race');
    const to = { xid: '5', id: '1' };
    const work = (): Promise<void> => Promise.resolve();
    const moved = await Promise.all([
      stages.advance('race', from, to, work),
      stages.advance('race', from, to, work),
    ]);
    expect(moved.filter(Boolean)).toHaveLength(1);
    expect(await stages.place('race')).toEqual(to);
  });

  it('corrects counters by the difference, again when judged again, never for a text replaced meanwhile', async () => {
    const writer = await aWriter();
    const second = new SecondLookRepository(db.pool);
    const judge = async (judgements: StoredJudgement[]): Promise<number> => {
      let heard = 0;
      const from = await stages.place('judge');
      const to = { xid: '1', id: String(Number(from.id) + 1) };
      await stages.advance('judge', from, to, async (client) => {
        const { deltas } = await second.store(client, judgements);
        heard = deltas.reduce((sum, delta) => sum + delta.negPermille, 0);
      });
      return heard;
    };
    const as = (negative: number, id: number, version = '1'): StoredJudgement => ({
      id,
      version,
      negative,
      neutral: 1_000 - negative,
      positive: 0,
      lang: 'de',
      aggressive: false,
      model: 'test 1',
    });
    await writer.submit([
      aMention({ externalId: 'j', version: 1, topics: [1, 2], negative: 300, minute: 50 }),
    ]);
    const { rows } = await db.pool.query<{ id: string }>(
      `select id from mention where external_id = 'j'`,
    );
    const id = Number(rows[0]?.id);
    expect(await judge([as(800, id)])).toBe(1_000);
    expect(await judge([as(800, id)])).toBe(0);
    expect(await judge([as(100, id)])).toBe(-1_400);
    expect(await verifyCounters(db.pool)).toEqual([]);
    await writer.submit([aMention({ externalId: 'j', version: 2, topics: [1], negative: 10 })]);
    expect(await judge([as(900, id)])).toBe(0);
    expect(await verifyCounters(db.pool)).toEqual([]);
    await writer.submit([anErasure({ externalId: 'j' })]);
    expect(await judge([as(900, id, '2')])).toBe(0);
    expect(await verifyCounters(db.pool)).toEqual([]);
  });

  it('keeps counters exact while mentions are judged, replaced and erased at the same time', async () => {
    const writer = await aWriter();
    const second = new SecondLookRepository(db.pool);
    const ids = Array.from({ length: 60 }, (_, n) => `race ${n}`);
    await writer.submit(
      ids.map((externalId) => aMention({ externalId, topics: [1, 2], negative: 400, minute: 60 })),
    );
    const { rows } = await db.pool.query<{ id: string; version: string }>(
      `select id, version from mention where external_id like 'race %'`,
    );
    const judgements = rows.map(({ id, version }, n) => ({
      id: Number(id),
      version,
      negative: (n * 17) % 1_000,
      neutral: 0,
      positive: 0,
      lang: null,
      aggressive: false,
      model: 'test 1',
    }));
    const judging = (async () => {
      for (let at = 0; at < judgements.length; at += 5) {
        const client = await db.pool.connect();
        await client.query('begin');
        await second.store(client, judgements.slice(at, at + 5));
        await client.query('commit');
        client.release();
      }
    })();
    const changing = ids.map((externalId, n) =>
      writer.submit([
        n % 3 === 0
          ? anErasure({ externalId })
          : aMention({ externalId, version: 2, topics: [1 + (n % 2)], negative: 700 }),
      ]),
    );
    await Promise.all([judging, ...changing]);
    expect(await verifyCounters(db.pool)).toEqual([]);
  });

  it('finds words in German and English, authors by pseudonym, and folds reposts under their original', async () => {
    const writer = await aWriter();
    const mentions = new MentionRepository(db);
    await writer.submit([
      aMention({
        externalId: 'f1',
        text: 'Die Züge waren verspätet',
        authorId: 'zoe',
        topics: [1],
      }),
      aMention({
        externalId: 'f2',
        text: 'RT Die Züge waren verspätet',
        repostOf: 'f1',
        topics: [1],
      }),
      aMention({
        externalId: 'f3',
        text: 'RT Die Züge waren verspätet',
        repostOf: 'f1',
        topics: [1],
      }),
      aMention({ externalId: 'f4', text: 'The trains are running', topics: [2], sourceId: 3 }),
      aMention({ externalId: 'f5', text: 'RT something unknown', repostOf: 'elsewhere' }),
    ]);
    await caughtUp('search');
    const base = { spaceId: 1, brands: 'all', fold: true, limit: 10 } as const;
    const texts = async (filter: object): Promise<string[]> =>
      (await mentions.page({ ...base, ...filter })).mentions.map(({ text }) => text);
    expect(await texts({ words: 'Zug verspätung' })).toEqual([]);
    expect(await texts({ words: 'zügen' })).toEqual(['Die Züge waren verspätet']);
    expect(await texts({ words: 'running' })).toEqual(['The trains are running']);
    expect(await texts({ words: 'unknown' })).toHaveLength(1);
    const folded = await mentions.page({ ...base, topicId: 1, words: 'züge' });
    expect(folded.mentions).toMatchObject([
      { reposts: 2, author: expect.stringMatching(/^....-..$/) },
    ]);
    const author = folded.mentions[0]?.author ?? '';
    expect(await texts({ author, fold: false })).toHaveLength(1);
    expect(await texts({ words: 'züge', fold: false })).toHaveLength(3);
    expect(await texts({ words: 'trains', brands: [1] })).toEqual([]);
    expect(await texts({ words: 'trains', brands: [2] })).toHaveLength(1);
    await mergeAuthors(db.pool);
    const { rows } = await db.pool.query<{ key: string; name: string | null }>(
      `select key, name from author where native_id = 'zoe'`,
    );
    expect(pseudonym(BigInt(rows[0]?.key ?? 0))).toBe(author);
  });

  it('goes through a list page by page without a gap or a double', async () => {
    const writer = await aWriter();
    for (let n = 0; n < 5; n++) {
      await writer.submit(
        Array.from({ length: 7 }, (_, m) =>
          aMention({ externalId: `page ${n} ${m}`, topics: [9] }),
        ),
      );
    }
    const mentions = new MentionRepository(db);
    const seen: string[] = [];
    for (let before: string | undefined; ;) {
      const page = await mentions.page({
        spaceId: 1,
        brands: 'all',
        topicId: 9,
        fold: true,
        limit: 4,
        before,
      });
      seen.push(...page.mentions.map(({ id }) => id));
      if (page.next === null) break;
      before = page.next;
    }
    expect(seen).toHaveLength(35);
    expect(new Set(seen).size).toBe(35);
    expect([...seen].sort((a, b) => Number(b) - Number(a))).toEqual(seen);
  });

  it('leaves no word of what has expired, keeps the counters, and does not take it for new', async () => {
    const MARK = 'Geheimniskrämerei';
    const today = Date.now();
    const at = (daysAgo: number): Promise<MentionWriter> => aWriter(() => today - daysAgo * DAY_MS);
    const made = (externalId: string, sourceId: number) =>
      aMention({
        externalId,
        sourceId,
        topics: [31],
        negative: 500,
        minute: 70,
        text: `${MARK} ${externalId}`,
        authorId: `${MARK} ${externalId}`,
        handle: `${MARK} ${externalId}`,
      });
    await (await at(100)).submit([made('whole day', 1), made('whole day too', 2)]);
    await (await at(20)).submit([made('short', 2), made('keeps', 1)]);
    await caughtUp('search');
    const retention = new RetentionRepository(db.pool);
    const report = await retention.run(today);
    expect(report).toMatchObject({ partitionsDropped: 2, mentionsErased: 1 });
    expect(await retention.lastRun()).toBe(dayOf(today));
    expect(await verifyCounters(db.pool)).toEqual([]);
    const { rows } = await db.pool.query(
      'select total, gone_total from topic_minute where topic_id = 31',
    );
    expect(rows).toEqual([{ total: 4, gone_total: 3 }]);
    expect(await rowsHolding(db, MARK.toLowerCase())).toEqual({
      author: 1,
      mention: 1,
      mention_search: 1,
    });
    expect(await (await aWriter()).submit([made('short', 2), made('whole day', 1)])).toEqual([
      'duplicate',
      'duplicate',
    ]);
    const edit = { ...made('short', 2), mention: { ...made('short', 2).mention, version: 9 } };
    expect(await (await aWriter()).submit([edit])).toEqual(['duplicate']);
    expect(await rowsHolding(db, MARK.toLowerCase())).toEqual({
      author: 1,
      mention: 1,
      mention_search: 1,
    });
  });
});
