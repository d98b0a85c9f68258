import { setTimeout as sleep } from 'node:timers/promises';
import { cpuOf } from '../cpu.js';
import { collect } from './collecting.js';
import type { ConsoleCrowd } from './console-crowd.js';
import { machineClock } from './machine-clock.js';
import { memoryOf } from './memory-of.js';

export interface Contestant {
  readonly pid: () => number;
  readonly connect: (consoles: number) => Promise<void>;
  /** Causes one message to all, over HTTP. */
  readonly cause: () => Promise<unknown>;
}

export interface BroadcastTurn {
  /** Per message: ms from the request that caused it to the last console. */
  readonly last: readonly number[];
  /** Per message: ms from the first console to the last. */
  readonly between: readonly number[];
  /** Microseconds of the server for all of them. */
  readonly cpu: number;
  /** Frames of all consoles, beats among them. */
  readonly frames: number;
  /** Bytes of resident memory per console, after the garbage was collected. */
  readonly memory: number;
}

const WARM_CONSOLES = 200;
const WARM_MESSAGES = 30;
const PAUSE_MS = 60;
const SETTLE_MS = 2_000;

/** A crowd comes to a freshly started server and hears a number of messages, one after another. */
export async function broadcastTurn(
  crowd: ConsoleCrowd,
  { pid, connect, cause }: Contestant,
  { consoles, messages }: { readonly consoles: number; readonly messages: number },
): Promise<BroadcastTurn> {
  const say = async (): Promise<{ last: number; between: number }> => {
    const heard = crowd.heardByAll();
    const from = machineClock();
    const [{ firstAt, lastAt }] = await Promise.all([heard, cause()]);
    return { last: lastAt - from, between: lastAt - firstAt };
  };
  await connect(WARM_CONSOLES);
  for (let n = 0; n < WARM_MESSAGES; n++) await say();
  await crowd.leave();
  await sleep(SETTLE_MS);
  await collect(pid());
  const empty = memoryOf(pid());
  await connect(consoles);
  await sleep(SETTLE_MS);
  await collect(pid());
  const memory = (memoryOf(pid()) - empty) / consoles;
  const before = { cpu: cpuOf(pid()), frames: (await crowd.counts()).frames };
  const results: { last: number; between: number }[] = [];
  for (let n = 0; n < messages; n++) {
    results.push(await say());
    await sleep(PAUSE_MS * (0.5 + Math.random()));
  }
  const cpu = cpuOf(pid()) - before.cpu;
  const frames = (await crowd.counts()).frames - before.frames;
  return {
    last: results.map(({ last }) => last),
    between: results.map(({ between }) => between),
    cpu,
    frames,
    memory,
  };
}

/** Microseconds of the server for causing a message that nobody hears. */
export async function aloneCost({ pid, cause }: Contestant): Promise<number> {
  const before = cpuOf(pid());
  for (let n = 0; n < WARM_MESSAGES; n++) await cause();
  return (cpuOf(pid()) - before) / WARM_MESSAGES;
}
