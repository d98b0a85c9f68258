import { describe, expect, it } from '@jest/globals';
import { judgeClock, type ClockMemory } from './judge-clock.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-29T03:10:00Z');

/** Looks at a clock that agrees with its database at each of these times; the doubt of the last look. */
function looks(times: readonly number[]): ReturnType<typeof judgeClock>['doubt'] {
  let memory: ClockMemory | null = null;
  let doubt: ReturnType<typeof judgeClock>['doubt'] = null;
  for (const time of times) {
    const verdict = judgeClock(time, time, memory);
    doubt = verdict.doubt;
    memory = verdict.memory ?? memory;
  }
  return doubt;
}

describe('a clock by which something will be erased', () => {
  it('is believed at the first look, and as long as it goes on', () => {
    expect(looks([NOW])).toBeNull();
    expect(looks([NOW, NOW + 10 * MINUTE, NOW + 20 * MINUTE])).toBeNull();
  });

  it('is believed after a weekend night or a day when everything was off', () => {
    expect(looks([NOW, NOW + 40 * HOUR])).toBeNull();
  });

  it('is not believed while the database says something else, and nothing is learnt from it', () => {
    const ahead = judgeClock(NOW + 100 * DAY, NOW, { seenMs: NOW, heldUntilMs: null });
    expect(ahead).toEqual({ doubt: { reason: 'differs', byMs: 100 * DAY }, memory: null });
    expect(judgeClock(NOW - 2 * HOUR, NOW, null).doubt).toMatchObject({ byMs: -2 * HOUR });
    expect(judgeClock(NOW + 5 * MINUTE, NOW, null).doubt).toBeNull();
  });

  it('that has jumped ahead is believed after a day on which nobody put it right', () => {
    const jump = NOW + 100 * DAY;
    expect(looks([NOW, jump])).toEqual({
      reason: 'jumped',
      byMs: 100 * DAY,
      untilMs: jump + DAY,
    });
    expect(looks([NOW, jump, jump + 10 * MINUTE])).toMatchObject({ reason: 'jumped' });
    expect(looks([NOW, jump, jump + 23 * HOUR])).toMatchObject({ reason: 'jumped' });
    expect(looks([NOW, jump, jump + 23 * HOUR, jump + 25 * HOUR])).toBeNull();
  });

  it('that was put back is right again at once', () => {
    expect(looks([NOW, NOW + 100 * DAY, NOW + 10 * MINUTE])).toBeNull();
    expect(looks([NOW, NOW + 100 * DAY, NOW, NOW + 100 * DAY])).toMatchObject({
      reason: 'jumped',
    });
  });

  it('of a house that opens once a week is believed every second time', () => {
    expect(looks([NOW, NOW + 7 * DAY])).not.toBeNull();
    expect(looks([NOW, NOW + 7 * DAY, NOW + 14 * DAY])).toBeNull();
  });
});
