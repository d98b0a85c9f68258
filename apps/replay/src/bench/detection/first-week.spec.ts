import { describe, expect, it } from '@jest/globals';
import { alarmsBefore } from './first-week.js';

describe('the first week of a topic', () => {
  it('counts every rise to an alarm before it ends, and none after', () => {
    const change = (topic: string, hour: number, level: number) => ({
      ...{ topic, level, at: new Date(Date.UTC(2015, 2, 1, hour)).toISOString() },
    });
    const ends = new Map([
      ['A', Date.UTC(2015, 2, 1, 12)],
      ['B', Date.UTC(2015, 2, 1, 12)],
    ]);
    const changes = [
      ...[change('A', 1, 2), change('A', 2, 3), change('A', 3, 4), change('A', 5, 2)],
      ...[change('A', 6, 5), change('B', 13, 3), change('unknown', 1, 6)],
    ];
    expect(alarmsBefore(ends, changes)).toBe(2);
  });
});
