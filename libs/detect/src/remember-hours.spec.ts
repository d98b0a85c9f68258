import { expect, it } from '@jest/globals';
import { hourOfWeekUtc } from './hour-of-week.js';
import { rememberHours } from './remember-hours.js';

it('remembered hours are the right ones, in whatever order they are asked for', () => {
  const remembered = rememberHours(hourOfWeekUtc);
  const minutes = Array.from({ length: 2_000 }, (_, i) => 23_000_000 + ((i * 7919) % 20_000));
  for (const minute of [...minutes, ...minutes])
    expect(remembered(minute)).toBe(hourOfWeekUtc(minute));
});
