import { describe, expect, it } from '@jest/globals';
import { LATENESS_MS, MINUTE_MS, minuteOf } from '@sturmwarte/domain';
import fc from 'fast-check';
import type { Entry } from './entry.js';
import { MOST_IN_BATCH, Player, TICK_MS, type Pace } from './player.js';

const START = Date.parse('2015-02-22T00:00:00Z');

function entriesAt(...seconds: number[]): Entry[] {
  return seconds.map((second, index) => ({
    atMs: START + second * 1_000,
    line: index + 1,
    body: { externalId: String(index), text: 'x' },
  }));
}

const steady = (speed: number): Pace => [{ untilMs: Infinity, speed }];

interface Told {
  readonly realMs: number;
  readonly clockMs: number;
  readonly sent: readonly Entry[];
}

/** Plays with a clock that only waiting moves. */
function playThrough(pace: Pace, entries: readonly Entry[]): { told: Told[]; realMs: number } {
  const player = new Player(pace, START);
  const queue = [...entries];
  const told: Told[] = [];
  let realMs = 0;
  while (queue.length > 0) {
    const step = player.next(realMs, queue);
    if (step.do === 'wait') realMs += step.ms;
    else {
      const sent = step.do === 'send' ? queue.splice(0, step.count) : [];
      told.push({ realMs, clockMs: step.clockMs, sent });
    }
  }
  return { told, realMs };
}

describe('a player', () => {
  it('tells six hours in a minute when asked to run 360 times as fast', () => {
    const entries = entriesAt(...Array.from({ length: 361 }, (_, minute) => minute * 60));
    const { realMs } = playThrough(steady(360), entries);
    expect(realMs).toBeGreaterThanOrEqual(60_000);
    expect(realMs).toBeLessThan(60_500);
  });

  it('sends everybody at their own moment', () => {
    const { told } = playThrough(steady(60), entriesAt(0, 60, 90));
    const moments = told.filter(({ sent }) => sent.length > 0).map(({ realMs }) => realMs);
    expect(moments).toEqual([0, 1_000, 1_500]);
  });

  it('moves the clock at least every quarter of a second while nobody speaks', () => {
    const { told } = playThrough(steady(360), entriesAt(0, 3_600));
    const pauses = told.slice(1).map(({ realMs }, index) => realMs - (told[index]?.realMs ?? 0));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(TICK_MS);
    expect(told.length).toBeGreaterThan(30);
  });

  it('as fast as it can, lets mentions move the clock and crosses a long silence in leaps', () => {
    const short = playThrough(steady(Infinity), entriesAt(0, 300));
    expect(short.told.map(({ clockMs }) => (clockMs - START) / MINUTE_MS)).toEqual([0, 5]);
    const night = playThrough(steady(Infinity), entriesAt(0, 12 * 3_600));
    expect(night.told.length).toBeLessThan(20);
    expect(night.realMs).toBe(0);
  });

  it('takes several minutes of quiet history in one batch', () => {
    const pace: Pace = [{ untilMs: Infinity, speed: Infinity, batchMinutes: 10 }];
    const { told } = playThrough(pace, entriesAt(0, 120, 500, 601, 1_300));
    expect(told.map(({ sent }) => sent.length)).toEqual([3, 1, 0, 1]);
  });

  it('rushes through quiet history and then tells the story at its own speed', () => {
    const pace: Pace = [
      { untilMs: START + 3_600_000, speed: Infinity },
      { untilMs: Infinity, speed: 60 },
    ];
    const { told, realMs } = playThrough(pace, entriesAt(0, 1_800, 3_660, 3_720));
    const moments = told.filter(({ sent }) => sent.length > 0).map((step) => step.realMs);
    expect(moments).toEqual([0, 0, 1_000, 2_000]);
    expect(realMs).toBe(2_000);
  });

  it('hurries through the quiet end of a story', () => {
    const pace: Pace = [
      { untilMs: START + 120_000, speed: 60 },
      { untilMs: Infinity, speed: 600 },
    ];
    const { told } = playThrough(pace, entriesAt(0, 60, 120, 720, 1_320));
    const moments = told.filter(({ sent }) => sent.length > 0).map((step) => step.realMs);
    expect(moments).toEqual([0, 1_000, 2_000, 3_000, 4_000]);
  });

  it('notices when the server does not keep up', () => {
    const player = new Player(steady(60), START);
    const [first, second] = entriesAt(0, 60);
    player.next(0, [first as Entry]);
    expect(player.lagMs(4_000, (second as Entry).atMs)).toBe(3_000);
  });

  it('loses nobody, keeps the order, and never sends a mention the detector would call late', () => {
    const story = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 700 });
    const speeds = fc.constantFrom(1_000, 20_000, Infinity);
    fc.assert(
      fc.property(story, speeds, (seconds, speed) => {
        const entries = entriesAt(...seconds.sort((a, b) => a - b));
        const { told } = playThrough(steady(speed), entries);
        expect(told.flatMap(({ sent }) => sent)).toEqual(entries);
        let before = START;
        for (const { clockMs, sent } of told) {
          expect(clockMs).toBeGreaterThanOrEqual(before);
          expect(sent.length).toBeLessThanOrEqual(MOST_IN_BATCH);
          expect(new Set(sent.map(({ atMs }) => minuteOf(atMs))).size).toBeLessThanOrEqual(1);
          for (const { atMs } of sent) expect(clockMs - atMs).toBeLessThanOrEqual(LATENESS_MS);
          before = clockMs;
        }
      }),
      { numRuns: 50 },
    );
  });
});
