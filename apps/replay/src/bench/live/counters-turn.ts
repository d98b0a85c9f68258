import { setTimeout as sleep } from 'node:timers/promises';
import { cpuOf } from '../cpu.js';
import type { ConsoleCrowd } from './console-crowd.js';
import type { LiveScene } from './live-scene.js';

export interface CountersTurn {
  /** Share of one core the server took while the counters ran to everybody. */
  readonly share: number;
  /** The same mentions with nobody looking. */
  readonly alone: number;
  /** Pulses per second and console, and the mean size of a frame in bytes. */
  readonly perSecond: number;
  readonly frameBytes: number;
}

const TICK_MS = 250;

/** Counters move four times a second: with a crowd that watches, and (when it has left) with nobody. */
export async function countersTurn(
  crowd: ConsoleCrowd,
  scene: LiveScene,
  { consoles, ticks }: { readonly consoles: number; readonly ticks: number },
): Promise<CountersTurn> {
  const { pid } = scene.house;
  const run = async (): Promise<number> => {
    const before = cpuOf(pid);
    const from = performance.now();
    for (let tick = 1; tick <= ticks; tick++) {
      await scene.mention();
      await sleep(Math.max(0, from + tick * TICK_MS - performance.now()));
    }
    return (cpuOf(pid) - before) / ((performance.now() - from) * 1_000);
  };
  const before = await crowd.counts();
  const share = await run();
  const after = await crowd.counts();
  await crowd.leave();
  await sleep(1_000);
  const alone = await run();
  return {
    share,
    alone,
    perSecond: (after.pulses - before.pulses) / consoles / ((ticks * TICK_MS) / 1_000),
    frameBytes: (after.bytes - before.bytes) / Math.max(1, after.frames - before.frames),
  };
}
