import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../chaos/wait.js';
import { backgroundBatches, BATCH } from './batches.js';
import { startCounters } from './counters-process.js';
import { Feed, type Sent } from './feed.js';
import type { Peers } from './peers-folder.js';
import { SLOW_PACES } from './prometheus-config.js';
import { startPrometheusPair, type PrometheusPair } from './prometheus-pair.js';
import { crossThreshold } from './spike.js';
import { BENCH_TOPICS } from './threshold.js';

const SPIKES = 8;
/** Over the longest interval: any phase of it. */
const SPREAD_MS = 60_000;
const FIRST_SCRAPE_MS = 90_000;
/** A minute to the scrape, one to the evaluation, half to the group, and some. */
const PATIENCE_MS = 200_000;

export interface SlowResult {
  readonly name: string;
  readonly alerts: readonly number[];
}

/**
 * The same spikes for all slow settings at once, spread over a minute: they wait far longer than they cost. Stops
 * nothing but its own.
 */
export async function measureSlowPaces(
  programs: NonNullable<Peers['prometheus']>,
  text: string,
  scratch: string,
  signal: AbortSignal,
): Promise<SlowResult[]> {
  const counters = await startCounters(BENCH_TOPICS, scratch);
  const pairs: PrometheusPair[] = [];
  try {
    for (const pace of SLOW_PACES) {
      pairs.push(await startPrometheusPair(programs, pace, counters.target, scratch));
    }
    for (const pair of pairs) {
      await until('Prometheus does not read the counters', FIRST_SCRAPE_MS, () => {
        signal.throwIfAborted();
        return pair.hasScraped(BENCH_TOPICS);
      });
    }
    const topics = Array.from({ length: BENCH_TOPICS }, (_, topic) => topic);
    const batches = Math.ceil((SPREAD_MS * 2 + PATIENCE_MS) / BATCH.everyMs);
    const feed = new Feed(
      counters.intake,
      backgroundBatches(batches, topics.slice(SPIKES), 'slow'),
    );
    feed.start();
    try {
      const waits: Promise<number>[][] = pairs.map(() => []);
      const began = performance.now();
      for (const [n, topic] of topics.slice(0, SPIKES).entries()) {
        const due = ((n + Math.random()) * SPREAD_MS) / SPIKES;
        await sleep(Math.max(0, began + due - performance.now()), undefined, { signal });
        const ears = pairs.map(({ ear }) => ear);
        const spike = { topic, text, key: 'slow', restMs: 0, signal };
        const sent = await crossThreshold(feed, ears, spike, Math.random);
        for (const [p, { ear }] of pairs.entries()) waits[p]?.push(latency(ear, topic, sent));
      }
      const alerts = await heard(waits, signal);
      return SLOW_PACES.map(({ name }, p) => ({ name, alerts: alerts[p] ?? [] }));
    } finally {
      await feed.stop();
    }
  } finally {
    for (const pair of pairs) await pair.stop();
    await counters.program.stop();
  }
}

async function latency(ear: PrometheusPair['ear'], topic: number, sent: Sent): Promise<number> {
  return (await ear.when(topic, PATIENCE_MS)) - sent.at;
}

async function heard(waits: Promise<number>[][], signal: AbortSignal): Promise<number[][]> {
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
  });
  return Promise.race([Promise.all(waits.map((row) => Promise.all(row))), stopped]);
}
