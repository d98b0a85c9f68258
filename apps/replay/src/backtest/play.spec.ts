import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SENSITIVITY } from '@sturmwarte/domain';
import type { Sensitivity } from '@sturmwarte/domain';
import { play } from './play.js';
import type { CountRow } from './read-rows.js';

const START = 23_000_000;

/** Eight calm days of two topics, then a storm over the first. */
function* days(stormMinutes = 60): Generator<CountRow> {
  const calm = 8 * 1_440;
  for (let i = 0; i < calm + stormMinutes; i++) {
    const storm = i >= calm;
    if (storm) yield { topic: 'A', minute: START + i, total: 20, negative: 17 };
    else if (i % 3 === 0)
      yield { topic: 'A', minute: START + i, total: 1, negative: i % 15 === 0 ? 1 : 0 };
    if (i % 5 === 0) yield { topic: 'B', minute: START + i, total: 1, negative: 0 };
  }
}

async function* stream(rows: Iterable<CountRow>): AsyncGenerator<CountRow> {
  yield* rows;
}

async function run(
  rows: Iterable<CountRow>,
  binMinutes = 1,
  preset: Sensitivity = DEFAULT_SENSITIVITY,
) {
  const changes: string[] = [];
  const scores: string[] = [];
  await play(
    stream(rows),
    { binMinutes, preset },
    {
      change: (topic, minute, level) => changes.push(`${topic} ${minute - START} ${level}`),
      score: (topic, minute) => scores.push(`${topic} ${minute - START}`),
    },
  );
  return { changes, scores };
}

describe('a back-test', () => {
  it('tells of the storm, soon, and only about the topic it hit', async () => {
    const { changes } = await run(days());
    expect(changes.every((change) => change.startsWith('A '))).toBe(true);
    const alarm = changes
      .map((change) => change.split(' ').map(Number))
      .find(([, , level]) => (level ?? 0) >= 3);
    expect(alarm?.[1]).toBeLessThan(8 * 1_440 + 10);
  });

  it('says the same about the past when the future is cut off', async () => {
    const whole = (await run(days(60))).changes;
    const part = (await run(days(20))).changes;
    expect(part.length).toBeGreaterThan(0);
    expect(whole.slice(0, part.length)).toEqual(part);
  });

  it('gives a rise seen in the last row its second look, as silence would', async () => {
    const whole = (await run(days(60))).changes;
    const rise = whole.find((change) => change.endsWith(' 3'));
    const minute = Number(rise?.split(' ')[1]);
    const rows = [...days(60)].filter((row) => row.minute < START + minute);
    expect((await run(rows)).changes).toContain(rise);
  });

  it('gives one score for each bin, named by its start', async () => {
    const bins = [0, 5, 10].map((minute) => ({
      topic: 'A',
      minute: START + 2 + minute,
      total: 7,
      negative: 7,
    }));
    expect((await run(bins, 5)).scores).toEqual(['A 2', 'A 7', 'A 12']);
  });
});
