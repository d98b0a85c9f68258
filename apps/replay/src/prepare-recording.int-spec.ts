import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Read } from './entry.js';
import { readOptions } from './options.js';
import { prepareRecording, type Prepared } from './prepare-recording.js';
import { readTopics } from './read-topics.js';

const folder = mkdtempSync(join(tmpdir(), 'replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

const NOW = Date.parse('2026-11-22T08:00:00Z');
const hours = [0, 1, 6].map((hour) => `2015-02-22T0${hour}:00:30Z`);

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
const storm = written(
  'storm.ndjson',
  hours.map((at) => JSON.stringify({ externalId: at, text: 'x', publishedAt: at })).join('\n'),
);

function prepared(...argv: string[]): Promise<Prepared> {
  const options = readOptions([...argv, '--token', 't'], {});
  if (options === null) throw new Error('help');
  return prepareRecording(options, NOW);
}

async function played(lines: AsyncIterable<Read>): Promise<Read[]> {
  const all: Read[] = [];
  for await (const read of lines) all.push(read);
  return all;
}

describe('a recording', () => {
  it('begins at the minute of its first line and fits the time it is given', async () => {
    const { fromMs, pace } = await prepared('--file', storm, '--in', '60s');
    expect(new Date(fromMs).toISOString()).toBe('2015-02-22T00:00:00.000Z');
    expect(pace).toEqual([{ untilMs: Infinity, speed: 360.5 }]);
  });

  it('can be played in part, what lies before it in a rush', async () => {
    const part = ['--from', '2015-02-22T00:30:00Z', '--to', '2015-02-22T06:00:00Z'];
    const rush = ['--rush-until', '2015-02-22T05:00:00Z'];
    const { lines, fromMs, pace } = await prepared(
      '--file',
      storm,
      '--speed',
      '60',
      ...part,
      ...rush,
    );
    expect(await played(lines)).toHaveLength(1);
    expect(new Date(fromMs).toISOString()).toBe('2015-02-22T00:30:00.000Z');
    expect(pace.map(({ speed }) => speed)).toEqual([Infinity, 60]);
  });

  it('is taken as witnessed when it was published, or the server would date it by its own clock', async () => {
    const { lines } = await prepared('--file', storm, '--max');
    const [first] = await played(lines);
    expect(first).toMatchObject({ entry: { line: 1, body: { observedAt: hours[0] } } });
  });

  it('may be a table', async () => {
    const file = written('storm.csv', `externalId,text,publishedAt\n1,x,${hours[0]}\n2,y,\n`);
    const { lines } = await prepared('--file', file, '--max');
    expect((await played(lines))[1]).toEqual({ unplayable: { line: 3, reason: 'no-time' } });
  });

  it('that is not there, or empty, is named', async () => {
    const missing = prepared('--file', join(folder, 'none'), '--max');
    await expect(missing).rejects.toThrow(/There is no file .*none/);
    const empty = prepared('--file', written('empty.ndjson', '\n'), '--max');
    await expect(empty).rejects.toThrow('holds nothing to play there');
    await expect(prepared('--scenario', 'nope')).rejects.toThrow('bundled: demo-nordlicht');
  });
});

describe('a scenario', () => {
  it('happened yesterday, brings its topics, and is told in about a minute after its quiet days', async () => {
    const { fromMs, pace, topics, title } = await prepared('--scenario', 'demo-nordlicht');
    expect(new Date(fromMs).toISOString()).toBe('2026-11-18T07:00:00.000Z');
    expect(title).toBe('Akku Nordlicht');
    expect(topics?.map(({ name }) => name)).toContain('Südwind');
    let fromTold = Date.parse('2026-11-21T07:00:00Z');
    const endMs = Date.parse('2026-11-21T18:00:00Z');
    const seconds = pace.slice(1).reduce((sum, { untilMs, speed }) => {
      const told = Math.min(untilMs, endMs) - fromTold;
      fromTold += told;
      return sum + told / speed / 1_000;
    }, 0);
    expect(pace[0]).toMatchObject({ speed: Infinity });
    expect(seconds).toBeCloseTo(60);
  });
});

describe('topics for a new space', () => {
  it('come from options and from a file', async () => {
    const file = written('topics.json', '[{"name": "B", "query": "b", "kind": "product"}]');
    expect(await readTopics(['A=a OR x=y'], file)).toEqual([
      { name: 'A', query: 'a OR x=y', kind: 'company' },
      { name: 'B', query: 'b', kind: 'product' },
    ]);
  });

  it('that cannot be read are named', async () => {
    await expect(readTopics(['nameless'])).rejects.toThrow('not of the form NAME=QUERY');
    const broken = written('broken.json', '[{"name": "B"}]');
    await expect(readTopics([], broken)).rejects.toThrow('entry 1 needs a name, a query');
    await expect(readTopics([], written('no.json', '{'))).rejects.toThrow('no JSON list of topics');
  });
});
