import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../chaos/wait.js';
import { BATCH } from './batches.js';
import type { Ear } from './ear.js';
import type { Feed, Sent } from './feed.js';
import { angryMention } from './mentions.js';
import { THRESHOLD } from './threshold.js';

/** Angry ones that ride on each batch until one is missing. */
const ANGRY_A_BATCH = 5;
const BUILD_UP_MS = 10_000;
/** A spike begins at any moment within this: any phase of whoever looks once a second. */
const PHASE_MS = 1_000;

export interface SpikePlan {
  readonly topic: number;
  readonly text: string;
  readonly key: string;
  /** How long the topic is quiet before the crossing; without, the crossing comes in the flow of the spike. */
  readonly restMs: number;
  readonly signal: AbortSignal;
}

/** One negative short of the threshold, then the one that crosses it. */
export async function crossThreshold(
  feed: Feed,
  ears: readonly Ear[],
  { topic, text, key, restMs, signal }: SpikePlan,
  random: () => number,
): Promise<Sent> {
  const angry = Array.from({ length: THRESHOLD.negatives }, (_, n) =>
    angryMention(topic, text, key, n),
  );
  const crossing = angry.pop();
  if (crossing === undefined) throw new Error('a threshold of nothing');
  const parts: object[][] = [];
  while (angry.length > 0) parts.push(angry.splice(0, ANGRY_A_BATCH));
  await sleep(random() * PHASE_MS, undefined, { signal });
  feed.add(parts);
  await until('the spike does not get out', BUILD_UP_MS, () => feed.drained);
  await sleep(restMs + random() * BATCH.everyMs, undefined, { signal });
  feed.check();
  if (ears.some((ear) => ear.hasHeard(topic))) {
    throw new Error(`an alert of topic ${topic} came before its threshold was crossed`);
  }
  return feed.sendNow(crossing);
}
