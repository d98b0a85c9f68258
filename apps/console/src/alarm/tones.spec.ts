import { describe, expect, it } from '@jest/globals';
import { LEVELS } from '@sturmwarte/domain';
import { LONGEST_ALARM, tonesOf } from './tones.js';

describe('the sound of a level', () => {
  it('is silence below an alarm', () => {
    for (const level of [0, 1, 2] as const) expect(tonesOf(level)).toEqual([]);
  });
  it('never lasts longer than three seconds and never grows too loud', () => {
    for (const level of LEVELS) {
      for (const tone of tonesOf(level)) {
        expect(tone.at + tone.length).toBeLessThanOrEqual(LONGEST_ALARM);
        expect(tone.volume).toBeLessThanOrEqual(0.6);
      }
    }
  });
  it('differs from level to level', () => {
    const tunes = ([3, 4, 5, 6] as const).map((level) => JSON.stringify(tonesOf(level)));
    expect(new Set(tunes).size).toBe(4);
  });
});
