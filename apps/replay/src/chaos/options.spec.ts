import { describe, expect, it } from '@jest/globals';
import { KINDS } from './kinds.js';
import { CHAOS_USAGE, readChaosOptions } from './options.js';

describe('the options of the fault suite', () => {
  it('are every kind unless said otherwise', () => {
    expect(readChaosOptions([])).toMatchObject({ seed: 1, kinds: KINDS, minutes: null });
    expect(readChaosOptions(['--rounds', '7', '--seed', '0', '--only', 'server,disk'])).toEqual({
      ...{ rounds: 7, seed: 0, kinds: ['server', 'disk'], minutes: null, alertmanager: false },
    });
    expect(readChaosOptions(['--alertmanager', '--minutes', '8'])).toMatchObject({
      ...{ alertmanager: true, minutes: 8 },
    });
  });

  it.each([
    [['--rounds'], '--rounds needs a value'],
    [['--rounds', '0'], '--rounds must be a whole number of 1 or more'],
    [['--only', 'earthquake'], '--only earthquake is none of'],
    [['--fast', '1'], '--fast is not known'],
  ])('name the first mistake: %j', (args, mistake) => {
    expect(() => readChaosOptions(args)).toThrow(mistake);
  });

  it('are explained, every kind by name', () => {
    for (const kind of KINDS) expect(CHAOS_USAGE).toContain(`  ${kind}`);
  });
});
