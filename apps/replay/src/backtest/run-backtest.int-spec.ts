import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, PeakRepository, TopicRepository, type Database } from '@sturmwarte/store';
import { testDatabase, type TestDatabase } from '@sturmwarte/store/testing';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions } from './options.js';
import { runBacktest } from './run-backtest.js';

const MINUTE_MS = 60_000;
const DAY = 1_440;
const START = Math.floor(Date.parse('2026-10-05T00:00:00Z') / MINUTE_MS);
/** The launch: an hour of twelve times as much as usual, in a rougher tone. */
const LAUNCH = START + 15 * DAY + 14 * 60;

describe('the command that plays back what is stored', () => {
  let database: TestDatabase;
  let db: Database;
  let folder: string;
  let topicId = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sturmwarte-command-'));
    database = await testDatabase();
    db = await openDatabase(database.url, { poolSize: 2 });
    await db.migrate();
    const { rows } = await db.pool.query<{ id: number }>(
      "insert into brand (name) values ('Nordwind') returning id",
    );
    const brandId = rows[0]?.id ?? 0;
    const values = { spaceId: 1, brandId, name: 'Nordwind', kind: 'company', query: 'x' } as const;
    const topic = await db.transaction((tx) =>
      new TopicRepository(db).create({ ...values, rules: [], active: true }, tx),
    );
    topicId = topic.id;
    const counted = [...counts()];
    await db.pool.query(
      `insert into topic_minute (topic_id, minute, total, negative, negative_count)
         select $1, m, t, 1000 * n, n from unnest($2::int[], $3::int[], $4::int[]) as s (m, t, n)`,
      [topicId, ...([0, 1, 2] as const).map((at) => counted.map((row) => row[at]))],
    );
    const lines = counted.map(([minute, ...rest]) => ['Nordwind', iso(minute), ...rest].join());
    writeFileSync(file('counts.csv'), ['topic,minute,total,negative', ...lines].join('\n'));
  }, 120_000);
  afterAll(async () => {
    await db.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  function* counts(): Generator<[minute: number, total: number, negative: number]> {
    for (let minute = START; minute < START + 16 * DAY; minute++) {
      const isLaunch = minute >= LAUNCH && minute < LAUNCH + 60;
      if (isLaunch) yield [minute, 4, minute % 2 === 0 ? 2 : 1];
      else if (minute % 3 === 0) yield [minute, 1, minute % 15 === 0 ? 1 : 0];
    }
  }
  const iso = (minute: number) => new Date(minute * MINUTE_MS).toISOString();
  const file = (name: string) => join(folder, name);
  /** The minute of the first alarm; Infinity: none. */
  const alarm = async (...args: string[]) => {
    const out = file('alerts.ndjson');
    await runBacktest(readOptions([...args, '--out', out]));
    const lines = readFileSync(out, 'utf8').trim().split('\n').filter(Boolean);
    const said = lines.map((line) => JSON.parse(line) as { at: string; level: number });
    const first = said.find(({ level }) => level >= 3);
    return first === undefined ? Infinity : Date.parse(first.at) / MINUTE_MS;
  };
  const table = (...args: string[]) => alarm('--counts', file('counts.csv'), ...args);
  const stored = (...args: string[]) =>
    alarm('--topic', String(topicId), '--database', database.url, ...args);

  it('is quiet in a peak that a table of peaks plans, and alarms where it does not', async () => {
    const peaks = (topic: string, from = LAUNCH) => {
      const line = [topic, iso(from), iso(from + 60), '12'].join();
      writeFileSync(file('peaks.csv'), `topic,from,until,multiple\n${line}\n`);
      return ['--peaks', file('peaks.csv')];
    };
    expect(await table()).toBeLessThan(LAUNCH + 60);
    expect(await table(...peaks('Nordwind'))).toBe(Infinity);
    expect(await table(...peaks(''))).toBe(Infinity);
    expect(await table(...peaks('Ostwind'))).toBeLessThan(LAUNCH + 60);
    expect(await table(...peaks('Nordwind', LAUNCH - DAY))).toBeLessThan(LAUNCH + 60);
  });

  it('names the line of a table of peaks that it cannot read', async () => {
    const wrong = (text: string) => {
      writeFileSync(file('wrong.csv'), text);
      return table('--peaks', file('wrong.csv'));
    };
    await expect(wrong('from,to\n')).rejects.toThrow('the first line must be topic,from,until');
    const backwards = `,${iso(LAUNCH)},${iso(LAUNCH - 1)},3`;
    await expect(wrong(`topic,from,until,multiple\n${backwards}`)).rejects.toThrow(':2: cannot');
    const once = `,${iso(LAUNCH)},${iso(LAUNCH + 1)},1`;
    await expect(wrong(`topic,from,until,multiple\n\n${once}`)).rejects.toThrow(':3: cannot');
  });

  it('hears less easily with a lower number, more easily with a higher one', async () => {
    const [low, middle, high] = [
      await table('--head-start=-1'),
      await table(),
      await table('--head-start', '0.95'),
    ];
    expect(low).toBeGreaterThan(middle);
    expect(high).toBeLessThan(middle);
    expect(await table('--head-start', '0')).toBe(middle);
  });

  it('knows the calendar, the number and the rest a stored topic has', async () => {
    const [low, middle] = [await table('--head-start=-1'), await table()];
    expect(await stored()).toBe(middle);
    const topics = new TopicRepository(db);
    await db.transaction((tx) => topics.change(topicId, { headStart: -1 }, tx));
    expect(await stored()).toBe(low);
    expect(await stored('--preset', 'standard')).toBe(middle);
    expect(await stored('--head-start', '0')).toBe(middle);
    await db.transaction((tx) => topics.change(topicId, { headStart: null }, tx));
    const { brandId } = await topics.find(topicId);
    await db.transaction((tx) =>
      new PeakRepository(db).add(
        {
          ...{ spaceId: 1, brandId, topicId: null, title: 'Markteinführung', multiple: 12 },
          ...{ from: iso(LAUNCH), until: iso(LAUNCH + 60), by: { id: 1, name: 'Pia' } },
        },
        tx,
      ),
    );
    expect(await stored()).toBe(Infinity);
  });
});
