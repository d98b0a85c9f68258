import { describe, expect, it } from '@jest/globals';
import { SightingQueue } from './sighting-queue.js';

const patience = { firstMs: 1, longestMs: 2 };

describe('sightings on their way to the database', () => {
  it('survive an outage, in order, and no change of level is left out', async () => {
    const written: number[] = [];
    let failures = 5;
    const troubles: unknown[] = [];
    const queue = new SightingQueue<{ level: number }>(
      async ({ level }) => {
        if (failures-- > 0) throw new Error('the database is away');
        written.push(level);
      },
      (error) => troubles.push(error),
      patience,
    );
    for (const level of [2, 3, 3, 3, 4, 3]) queue.push({ level });
    await queue.idle();
    expect(written).toEqual([2, 3, 4, 3]);
    expect(troubles).toHaveLength(5);
  });

  it('never two at a time', async () => {
    let open = 0;
    let most = 0;
    const queue = new SightingQueue<{ level: number }>(
      async () => {
        most = Math.max(most, ++open);
        await new Promise((resolve) => setTimeout(resolve, 1));
        open--;
      },
      () => undefined,
      patience,
    );
    for (const level of [1, 2, 3, 4]) queue.push({ level });
    await queue.idle();
    expect(most).toBe(1);
  });

  it('stop waiting when the server stops', async () => {
    const queue = new SightingQueue<{ level: number }>(
      async () => {
        throw new Error('away for good');
      },
      () => undefined,
      { firstMs: 60_000, longestMs: 60_000 },
    );
    queue.push({ level: 3 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await queue.stop();
  });
});
