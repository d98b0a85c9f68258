import { describe, expect, it } from '@jest/globals';
import type { Level } from '@sturmwarte/domain';
import { LevelLadder } from './level-ladder.js';
import type { Rung } from './level-ladder.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const see = (reached: Level, overwhelming = false, stay = reached): Rung => ({
  reached,
  stay,
  overwhelming,
});

function ladderAt(level: Level): LevelLadder {
  const ladder = new LevelLadder();
  ladder.rise(0, see(level, true));
  return ladder;
}

describe('the ladder of levels', () => {
  it('does not rise on one look, however high it is', () => {
    const ladder = new LevelLadder();
    ladder.rise(0, see(4));
    ladder.rise(9_999, see(4));
    expect(ladder.level).toBe(0);
  });

  it('rises when a second look ten seconds later agrees', () => {
    const ladder = new LevelLadder();
    ladder.rise(0, see(4));
    ladder.rise(10_000, see(5));
    expect(ladder.level).toBe(4);
  });

  it('rises only as far as all looks agreed', () => {
    const ladder = new LevelLadder();
    ladder.rise(0, see(4));
    ladder.rise(5_000, see(2));
    ladder.rise(10_000, see(4));
    expect(ladder.level).toBe(2);
    ladder.rise(20_000, see(4));
    expect(ladder.level).toBe(4);
  });

  it('forgets a rise that the next look denies', () => {
    const ladder = new LevelLadder();
    ladder.rise(0, see(3));
    ladder.rise(5_000, see(0));
    ladder.rise(10_000, see(3));
    expect(ladder.level).toBe(0);
  });

  it('is not talked out of a rise by a look at an earlier time', () => {
    const ladder = new LevelLadder();
    ladder.rise(120_000, see(3));
    ladder.rise(60_000, see(0));
    ladder.rise(130_000, see(3));
    expect(ladder.level).toBe(3);
  });

  it('rises at once when the evidence is overwhelming', () => {
    expect(ladderAt(5).level).toBe(5);
  });

  it('falls one step after an hour below, the next after another hour', () => {
    const ladder = ladderAt(3);
    const levels = [];
    for (let at = 0; at <= 3 * HOUR; at += MINUTE) {
      ladder.fall(at, see(0), HOUR, false);
      if (at % HOUR === 0) levels.push(ladder.level);
    }
    expect(levels).toEqual([3, 2, 1, 0]);
  });

  it('begins the hour again when it is touched once more', () => {
    const ladder = ladderAt(3);
    for (let at = 0; at < HOUR; at += MINUTE) ladder.fall(at, see(0), HOUR, false);
    ladder.fall(HOUR, see(3), HOUR, false);
    ladder.fall(HOUR + MINUTE, see(0), HOUR, false);
    ladder.fall(2 * HOUR, see(0), HOUR, false);
    expect(ladder.level).toBe(3);
  });

  it('never falls while the picture is incomplete', () => {
    const ladder = ladderAt(3);
    for (let at = 0; at < 5 * HOUR; at += MINUTE) ladder.fall(at, see(0), HOUR, true);
    expect(ladder.level).toBe(3);
  });
});
