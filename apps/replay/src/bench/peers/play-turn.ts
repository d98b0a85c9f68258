import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { backgroundBatches, BATCH } from './batches.js';
import type { Contestant } from './contestant.js';
import { Feed } from './feed.js';
import { crossThreshold } from './spike.js';

/** The background runs alone for a while, so that nobody is measured cold. */
const WARM_MS = 1_500;
const PATIENCE_MS = 15_000;
/** Background made ahead of time for each spike: as long as a slow one takes. */
const SPIKE_MS = 6_000;

export interface TurnPlan {
  readonly name: string;
  readonly text: string;
  /** One spike each. */
  readonly spikes: readonly number[];
  readonly background: readonly number[];
  readonly restMs: number;
  readonly signal: AbortSignal;
}

export interface Turn {
  /** Milliseconds from sending the mention that crosses to the alert, and to its acknowledgement. */
  readonly alerts: readonly number[];
  readonly acks: readonly number[];
  readonly mentions: number;
  /** By worker: share of one core, and bytes. */
  readonly upkeep: readonly Upkeep[];
  /** Of the load generator: share of one core. */
  readonly ownCpu: number;
  readonly load: number;
}

export interface Upkeep {
  readonly name: string;
  readonly cpu: number;
  readonly bytes: number;
}

/** Background and spikes for one contestant; the others have nothing to do meanwhile. */
export async function playTurn(contestant: Contestant, plan: TurnPlan): Promise<Turn> {
  const { ear, workers, intake } = contestant;
  const { name, text, spikes, background, restMs, signal } = plan;
  const batches = Math.ceil((WARM_MS + spikes.length * SPIKE_MS) / BATCH.everyMs);
  const feed = new Feed(intake, backgroundBatches(batches, background, name));
  const alerts: number[] = [];
  const acks: number[] = [];
  const before = workers.map((worker) => worker.cpu());
  const own = process.cpuUsage();
  const started = performance.now();
  feed.start();
  try {
    await sleep(WARM_MS, undefined, { signal });
    for (const topic of spikes) {
      const spike = { topic, text, key: name, restMs, signal };
      const sent = await crossThreshold(feed, [ear], spike, Math.random);
      alerts.push((await ear.when(topic, PATIENCE_MS)) - sent.at);
      acks.push(await sent.acknowledged);
    }
  } finally {
    await feed.stop();
  }
  const micros = (performance.now() - started) * 1_000;
  const upkeep = await Promise.all(
    workers.map(async (worker, n) => ({
      name: worker.name,
      cpu: (worker.cpu() - (before[n] ?? 0)) / micros,
      bytes: await worker.memory(),
    })),
  );
  const { user, system } = process.cpuUsage(own);
  const [load = 0] = loadavg();
  return { alerts, acks, mentions: feed.mentions, upkeep, ownCpu: (user + system) / micros, load };
}
