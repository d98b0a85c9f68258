import { describe, expect, it } from '@jest/globals';
import { Breather } from './breather.js';

describe('resting between the work behind the commit', () => {
  async function restAfter(workedMs: number, arrivedInLastSecond: number): Promise<number> {
    const breather = new Breather();
    breather.arrived(arrivedInLastSecond);
    const started = performance.now();
    await breather.rest(workedMs);
    return performance.now() - started;
  }

  it('hardly rests while few mentions come in, and much longer than it works in a flood', async () => {
    const [few, flood] = await Promise.all([restAfter(40, 100), restAfter(4, 36_000)]);
    expect(few).toBeLessThan(200);
    expect(flood).toBeGreaterThan(250);
  });
});
