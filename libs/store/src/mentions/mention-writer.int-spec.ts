import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openDatabase, type Database } from '../database.js';
import { aMention, anErasure, testDatabase, type TestDatabase } from '../testing/index.js';
import type { CommittedBatch } from './committed-batch.js';
import { MentionWriter, type MentionWriterOptions } from './mention-writer.js';
import { verifyCounters } from './verify-counters.js';

describe('writing mentions', () => {
  let test: TestDatabase;
  let db: Database;
  beforeAll(async () => {
    test = await testDatabase();
    db = await openDatabase(test.url);
    await db.migrate();
    await db.pool.query(
      `insert into source (space_id, name) select 1, 'source ' || n from generate_series(1, 5) n`,
    );
  }, 120_000);
  afterAll(async () => {
    await db.close();
    await test.drop();
  });

  const news: CommittedBatch[] = [];
  async function aWriter(options: Partial<MentionWriterOptions> = {}): Promise<MentionWriter> {
    const writer = new MentionWriter(db.pool, {
      secret: 'of this installation',
      onCommit: (batches) => news.push(...batches),
      ...options,
    });
    await writer.prepare();
    return writer;
  }
  async function count(sql: string): Promise<number> {
    const { rows } = await db.pool.query<{ n: string }>(`select count(*) as n from ${sql}`);
    return Number(rows[0]?.n);
  }

  it('stores what is new and says so after the commit, with its counts', async () => {
    const writer = await aWriter();
    news.length = 0;
    const outcomes = await writer.submit([
      aMention({ externalId: 'a', topics: [1, 2], negative: 700, authorId: 'ann' }),
      aMention({ externalId: 'b', topics: [1], negative: 100 }),
    ]);
    expect(outcomes).toEqual(['stored', 'stored']);
    expect(await count('mention')).toBe(2);
    expect(await count('hit')).toBe(3);
    expect(news).toHaveLength(1);
    expect(news[0]?.arrived).toEqual([
      { topicId: 1, count: 2 },
      { topicId: 2, count: 1 },
    ]);
    const delta = news[0]?.deltas.find(({ topicId }) => topicId === 1);
    expect(delta).toMatchObject({ total: 2, negPermille: 800 });
    expect(delta?.authors).toHaveLength(1);
    expect(await verifyCounters(db.pool)).toEqual([]);
  });

  it('knows a mention again after a restart and on another day', async () => {
    const dayMs = 86_400_000;
    const yesterday = Date.now() - dayMs;
    const before = await aWriter({ now: () => yesterday });
    await before.submit([aMention({ externalId: 'old', topics: [1] })]);
    const after = await aWriter();
    const again = [
      aMention({ externalId: 'new', topics: [1] }),
      aMention({ externalId: 'old', topics: [1] }),
    ];
    expect(await after.submit(again)).toEqual(['stored', 'duplicate']);
    expect(await after.submit(again)).toEqual(['duplicate', 'duplicate']);
    expect(await count(`mention where external_id = 'old'`)).toBe(1);
    expect(await verifyCounters(db.pool)).toEqual([]);
  });

  it('lets an edit replace, ignores an older version, and corrects the minute first counted', async () => {
    const writer = await aWriter();
    const topic = 77;
    await writer.submit([
      aMention({ externalId: 'e', version: 3, topics: [topic], negative: 900, minute: 5_000 }),
    ]);
    const edit = aMention({
      externalId: 'e',
      version: 5,
      topics: [78],
      negative: 100,
      minute: 6_000,
      text: 'sorry, all is well',
    });
    news.length = 0;
    expect(await writer.submit([edit])).toEqual(['replaced']);
    expect(await writer.submit([aMention({ externalId: 'e', version: 4 })])).toEqual(['duplicate']);
    const { rows } = await db.pool.query(
      `select topic_id, minute, total, negative::int, negative_count from topic_minute where topic_id in (77, 78) order by 1`,
    );
    expect(rows).toEqual([
      { topic_id: 77, minute: 5_000, total: 0, negative: 0, negative_count: 0 },
      { topic_id: 78, minute: 5_000, total: 1, negative: 100, negative_count: 0 },
    ]);
    expect(await count(`mention where external_id = 'e' and text = 'sorry, all is well'`)).toBe(1);
    expect(news[0]?.firstId).toBeNull();
    expect(news[0]?.deltas).toContainEqual(
      expect.objectContaining({
        topicId: 77,
        total: -1,
        negPermille: -900,
        negCount: -1,
        correction: true,
      }),
    );
    expect(await verifyCounters(db.pool)).toEqual([]);
  });

  it('erases for ever what was erased at its source, even before it came', async () => {
    const writer = await aWriter();
    await writer.submit([aMention({ externalId: 'gone', topics: [9], negative: 400 })]);
    expect(
      await writer.submit([anErasure({ externalId: 'gone' }), anErasure({ externalId: 'never' })]),
    ).toEqual(['deleted', 'deleted']);
    const late = [
      aMention({ externalId: 'gone', version: 9, topics: [9] }),
      aMention({ externalId: 'never', topics: [9] }),
    ];
    expect(await writer.submit(late)).toEqual(['duplicate', 'duplicate']);
    expect(await (await aWriter()).submit(late)).toEqual(['duplicate', 'duplicate']);
    expect(await count(`mention where external_id in ('gone', 'never')`)).toBe(0);
    expect(await count('hit where topic_id = 9')).toBe(0);
    expect(await verifyCounters(db.pool)).toEqual([]);
  });

  it('settles a mention, its edit and its erasure that come in one breath, in their order', async () => {
    const writer = await aWriter();
    const outcomes = await writer.submit([
      aMention({ externalId: 'x', version: 1, topics: [4] }),
      aMention({ externalId: 'x', version: 1, topics: [4] }),
      aMention({ externalId: 'x', version: 2, topics: [4] }),
      anErasure({ externalId: 'x' }),
      aMention({ externalId: 'x', version: 3, topics: [4] }),
    ]);
    expect(outcomes).toEqual(['stored', 'duplicate', 'replaced', 'deleted', 'duplicate']);
    expect(await verifyCounters(db.pool)).toEqual([]);
  });

  it('keeps the others when one row cannot be stored at all', async () => {
    const writer = await aWriter();
    const bad = aMention({ externalId: 'bad', text: 'null byte \u0000' });
    const results = await Promise.allSettled([
      writer.submit([aMention({ externalId: 'g1' })]),
      writer.submit([bad]),
      writer.submit([aMention({ externalId: 'g2' }), aMention({ externalId: 'g3' })]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await count(`mention where external_id in ('g1', 'g2', 'g3')`)).toBe(3);
  });

  it('recognises its own commit when the connection breaks before the answer', async () => {
    news.length = 0;
    const writer = new MentionWriter(deafAfterCommit(db.pool), {
      secret: 's',
      onCommit: (batches) => news.push(...batches),
    });
    const items = [
      aMention({ externalId: 'deaf 1', topics: [55], negative: 100 }),
      aMention({ externalId: 'deaf 2', topics: [55], negative: 200 }),
    ];
    expect(await writer.submit(items)).toEqual(['stored', 'stored']);
    expect(await count(`mention where external_id like 'deaf %'`)).toBe(2);
    expect(news).toMatchObject([{ arrived: [{ topicId: 55, count: 2 }] }]);
    const { rows } = await db.pool.query(
      'select xid::text as xid, id::text as id from intake_batch where first_id = $1',
      [news[0]?.firstId],
    );
    expect(rows).toEqual([news[0]?.batch]);
    expect(await verifyCounters(db.pool)).toEqual([]);
  });

  it('makes one mention of one that two servers send at the same time', async () => {
    const [one, two] = [await aWriter(), await aWriter()];
    const items = Array.from({ length: 400 }, (_, n) =>
      aMention({ externalId: `both ${n}`, topics: [n % 7], negative: n }),
    );
    const reversed = [...items].reverse();
    const outcomes = (await Promise.all([one.submit(items), two.submit(reversed)])).flat();
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(400);
    expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(400);
    expect(await count(`mention where external_id like 'both %'`)).toBe(400);
    expect(await verifyCounters(db.pool)).toEqual([]);
  });

  it('counts exactly what is stored, whatever several senders do in whatever order', async () => {
    const step = fc.record({
      source: fc.integer({ min: 1, max: 2 }),
      id: fc.integer({ min: 0, max: 12 }),
      version: fc.integer({ min: 0, max: 3 }),
      erase: fc.boolean().map((yes) => yes),
      topics: fc.uniqueArray(fc.integer({ min: 100, max: 104 }), { maxLength: 3 }),
      negative: fc.integer({ min: 0, max: 1000 }),
      minute: fc.integer({ min: 900, max: 903 }),
      backfill: fc.boolean(),
      writer: fc.integer({ min: 0, max: 1 }),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { maxLength: 8 }), { maxLength: 12 }),
        async (calls) => {
          run++;
          const writers = [await aWriter({ batchSize: 5 }), await aWriter()];
          const outcomes = await Promise.all(
            calls.map((steps) =>
              (writers[steps[0]?.writer ?? 0] as MentionWriter).submit(
                steps.map((one, place) =>
                  one.erase && place % 3 === 0
                    ? anErasure({ externalId: `p${run} ${one.id}`, sourceId: one.source })
                    : aMention({ ...one, externalId: `p${run} ${one.id}`, sourceId: one.source }),
                ),
              ),
            ),
          );
          expect(await verifyCounters(db.pool)).toEqual([]);
          const stored = outcomes.flat().filter((outcome) => outcome === 'stored').length;
          const { rows } = await db.pool.query<{ n: string; keys: string }>(
            `select count(*) as n, count(distinct (source_id, external_id)) as keys
           from mention where external_id like $1`,
            [`p${run} %`],
          );
          expect(rows[0]?.n).toBe(rows[0]?.keys);
          expect(Number(rows[0]?.n)).toBeLessThanOrEqual(stored);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});

/** The first commit succeeds, and its answer is lost on the way. */
function deafAfterCommit(pool: Database['pool']): Database['pool'] {
  let deaf = false;
  return new Proxy(pool, {
    get(target, name) {
      if (name !== 'connect' || deaf) return Reflect.get(target, name, target) as unknown;
      return async () => {
        const client = await target.connect();
        const query = client.query.bind(client) as (...args: unknown[]) => unknown;
        client.query = (async (...args: unknown[]) => {
          const answer = await query(...args);
          if (args[0] !== 'commit' || deaf) return answer;
          deaf = true;
          throw new Error('Connection terminated unexpectedly');
        }) as typeof client.query;
        return withStreams(client, query);
      };
    },
  });
}

/** COPY hands a stream to `query` and needs it back at once. */
function withStreams<T extends { query: unknown }>(
  client: T,
  query: (...args: unknown[]) => unknown,
): T {
  const slow = client.query as (...args: unknown[]) => unknown;
  client.query = (...args: unknown[]) =>
    typeof args[0] === 'object' && 'submit' in (args[0] as object) ? query(...args) : slow(...args);
  return client;
}
