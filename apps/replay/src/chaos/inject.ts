import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../scenario/random.js';
import { endlessSender } from './endless-sender.js';
import { RETENTION_DAYS, type House } from './house.js';
import type { Kind } from './kinds.js';
import type { LiveConsole } from './live-console.js';
import type { Load } from './load.js';
import { databaseProcesses, signalAll } from './processes.js';
import { fillDisk } from './small-disk.js';

export interface Scene {
  readonly house: House;
  readonly load: Load;
  readonly random: Random;
  /** The console that may be made to sleep. */
  readonly sleeper: LiveConsole;
  /** Resolves at the moment this round strikes at. */
  readonly aim: () => Promise<void>;
}

export interface Injected {
  /** What exactly was done. */
  readonly detail: string;
  /** Since when nothing stands in the way any more, `performance.now`: recovery is counted from here. */
  readonly calmAt: number;
}

type Inject = (scene: Scene) => Promise<Injected>;

export const INJECT: Record<Kind, Inject> = {
  server: killServer,
  database: killDatabase,
  both: killBoth,
  freeze: freezeDatabase,
  disk: fillUp,
  clock: bendClock,
  'slow-console': fallAsleep,
  resend: startOver,
  stop: stopServer,
};

/** Each costs the time after which a stop gives up. */
const ENDLESS_CHANCE = 0.15;

async function killServer({ house, random, aim }: Scene): Promise<Injected> {
  await aim();
  const calmAt = performance.now();
  await house.server.kill();
  const pauseMs = random.pick([0, 0, 50, 400]);
  await sleep(pauseMs);
  await house.server.start();
  return { detail: `started again after ${pauseMs} ms`, calmAt };
}

async function stopServer({ house, random }: Scene): Promise<Injected> {
  const endless = random.next() < ENDLESS_CHANCE;
  const hangUp = endless ? await endlessSender(house.server.url, house.token) : null;
  const calmAt = performance.now();
  const code = await house.server.stop();
  hangUp?.();
  // It waits for the sender, gives up, and still leaves nothing behind.
  const right = endless ? 1 : 0;
  if (code !== right) throw new Error(`the server ended with ${code} when asked to stop`);
  const left = await databaseProcesses(house.dataDir);
  if (left.length > 0) throw new Error(`the server left database processes: ${left.join(', ')}`);
  await house.server.start();
  return { detail: endless ? 'given up over an endless sender' : 'stopped in good order', calmAt };
}

async function killDatabase({ house, random, aim }: Scene): Promise<Injected> {
  const { detail, pids } = await victims(house, random);
  await aim();
  const calmAt = performance.now();
  signalAll(pids, 'SIGKILL');
  return { detail, calmAt };
}

async function killBoth({ house, random, aim }: Scene): Promise<Injected> {
  const { detail, pids } = await victims(house, random);
  const first = random.pick(['server', 'database'] as const);
  await aim();
  const calmAt = performance.now();
  if (first === 'database') signalAll(pids, 'SIGKILL');
  await house.server.kill();
  if (first === 'server') signalAll(pids, 'SIGKILL');
  await sleep(random.pick([0, 100]));
  await house.server.start();
  return { detail: `${first} first, ${detail}`, calmAt };
}

async function victims(house: House, random: Random): Promise<{ detail: string; pids: number[] }> {
  const all = await databaseProcesses(house.dataDir);
  const [postmaster, ...sessions] = all;
  if (postmaster === undefined) throw new Error('there is no database to kill');
  const which = random.weighted({ all: 2, postmaster: 1, session: 1 });
  if (which === 'all') return { detail: 'all of the database', pids: all };
  if (which === 'postmaster') return { detail: 'its postmaster', pids: [postmaster] };
  return { detail: 'one of its sessions', pids: [random.pick(sessions)] };
}

async function freezeDatabase({ house, random }: Scene): Promise<Injected> {
  const pids = await databaseProcesses(house.dataDir);
  signalAll(pids, 'SIGSTOP');
  try {
    const ms = 500 + random.below(5_000);
    await sleep(ms);
    if (random.next() < 0.7) return { detail: `hung ${ms} ms`, calmAt: thaw(pids) };
    await house.server.kill();
    const started = house.server.start();
    started.catch(() => undefined); // looked at below
    await sleep(random.below(1_500));
    const calmAt = thaw(pids);
    await started;
    return { detail: `hung ${ms} ms, the server killed and started meanwhile`, calmAt };
  } finally {
    thaw(pids);
  }
}

function thaw(pids: readonly number[]): number {
  signalAll(pids, 'SIGCONT');
  return performance.now();
}

async function fillUp({ house, random }: Scene): Promise<Injected> {
  const free = await fillDisk(house.dataDir);
  const ms = 500 + random.below(3_000);
  await sleep(ms);
  await free();
  return { detail: `no room for ${ms} ms`, calmAt: performance.now() };
}

const MINUTE_MS = 60_000;
const JUMPS_MINUTES = [1.5, 59, 121, 1_500];
/** Far beyond the time mentions are kept for. */
const FAR_MINUTES = 4 * RETENTION_DAYS * 24 * 60;

async function bendClock({ house, random }: Scene): Promise<Injected> {
  const far = random.next() < 0.3;
  const first = far ? FAR_MINUTES : random.pick(JUMPS_MINUTES) * random.pick([1, -1]);
  const killed = random.next() < 0.4;
  const second = random.next() < 0.5 ? 0 : random.pick(JUMPS_MINUTES) * random.pick([1, -1]);
  for (const minutes of [first, second]) {
    await house.bendClock(minutes * MINUTE_MS);
    await sleep(300 + random.below(1_200));
    if (!killed || minutes !== first) continue;
    // A start is when a night that was missed is made up for.
    await house.server.kill();
    await house.server.start();
  }
  await house.bendClock(0);
  const minutes = [first, second, 0].join(' min, ');
  return {
    detail: `${minutes}${killed ? ', killed and started meanwhile' : ''}`,
    calmAt: performance.now(),
  };
}

async function fallAsleep({ sleeper, random }: Scene): Promise<Injected> {
  sleeper.pause(true);
  const ms = 500 + random.below(2_500);
  await sleep(ms);
  sleeper.pause(false);
  return { detail: `not reading for ${ms} ms`, calmAt: performance.now() };
}

async function startOver(scene: Scene): Promise<Injected> {
  const { load, random } = scene;
  const kill = random.next() < 0.5;
  const sent = Promise.all([load.resendAll(), load.resendAll()]);
  sent.catch(() => undefined); // looked at below
  if (kill) {
    await sleep(random.below(400));
    await killServer(scene);
  }
  await sent;
  return { detail: kill ? 'with a kill -9' : 'twice at once', calmAt: performance.now() };
}
