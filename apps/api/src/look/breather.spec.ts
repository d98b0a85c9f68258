import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Breather } from './breather.js';

const WORKED_MS = 4;

describe('the work behind the commit', () => {
  /** Rests asked for while the server is so busy, one for each look at it. */
  async function rests(...utilizations: number[]): Promise<number[]> {
    const asked: number[] = [];
    const left = [...utilizations];
    const breather = new Breather(
      0.25,
      () => left.shift() ?? 0,
      async (ms) => void asked.push(ms),
    );
    for (const _ of utilizations) {
      await sleep(105);
      await breather.rest(WORKED_MS);
    }
    return asked;
  }

  it('makes room for the intake while the server is busy, more and more', async () => {
    const asked = await rests(0.95, 0.95, 0.95, 0.95);
    expect(asked).toEqual([...asked].sort((a, b) => a - b));
    expect(asked.at(-1)).toBeGreaterThan(WORKED_MS * 2);
  });

  it('takes up again when there is time left, and stays as it is in between', async () => {
    const [busy, same, eased] = await rests(0.95, 0.6, 0.2);
    expect(same).toBe(busy);
    expect(eased).toBeLessThan(busy as number);
  });

  it('never rests for long, and never works without a rest', async () => {
    const asked: number[] = [];
    const breather = new Breather(
      0.25,
      () => 0,
      async (ms) => void asked.push(ms),
    );
    await breather.rest(60_000);
    await breather.rest(10);
    expect(asked[0]).toBeLessThanOrEqual(1_000);
    expect(asked[1]).toBeGreaterThan(0);
  });
});
