import { describe, expect, it } from '@jest/globals';
import type { Kind } from './kinds.js';
import { playRounds } from './play-rounds.js';

/**
 * The kinds that need neither a mount nor a house of their own, one round each. `npm run chaos` plays them all, for
 * longer; stops have tests of their own.
 */
const CHEAP: readonly Kind[] = ['server', 'database', 'both', 'freeze', 'resend'];
/** Kills aimed at detection, second look and delivery, and nothing that takes long: half a minute. */
const SEED = 20_262_774;
/** Patience for a busy machine. */
const TIME_OUT_MS = 300_000;

describe('a house in trouble', () => {
  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux(
    'keeps what it promised, whatever is killed, hangs or starts over',
    async () => {
      const said: string[] = [];
      const plan = { rounds: CHEAP.length, seed: SEED, kinds: CHEAP };
      const results = await playRounds(plan, (line) => said.push(line));
      const failed = results.some(({ faults }) => faults.length > 0);
      expect(failed ? said.join('\n') : '').toBe('');
      expect(results.map(({ kind }) => kind)).toEqual(CHEAP);
    },
    TIME_OUT_MS,
  );
});
