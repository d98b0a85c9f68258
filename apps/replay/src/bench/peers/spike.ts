import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../chaos/wait.js';
import type { Ear } from './ear.js';
import type { Feed, Sent } from './feed.js';
import { angryMention } from './mentions.js';
import { THRESHOLD } from './threshold.js';

/** Angry ones that ride on each batch until one is missing. */
const ANGRY_A_BATCH = 5;
const BUILD_UP_MS = 10_000;
/** The crossing follows after this and up to a second more: any phase of whoever looks once a second. */
const REST_MS = 100;
const PHASE_MS = 1_000;

export interface SpikePlan {
  readonly topic: number;
  readonly text: string;
  readonly key: string;
  readonly signal: AbortSignal;
}

/** One negative short of the threshold, a rest of random length, then the one that crosses it. */
export async function crossThreshold(
  feed: Feed,
  ears: readonly Ear[],
  { topic, text, key, signal }: SpikePlan,
  random: () => number,
): Promise<Sent> {
  const angry = Array.from({ length: THRESHOLD.negatives }, (_, n) =>
    angryMention(topic, text, key, n),
  );
  const crossing = angry.pop();
  if (crossing === undefined) throw new Error('a threshold of nothing');
  const parts: object[][] = [];
  while (angry.length > 0) parts.push(angry.splice(0, ANGRY_A_BATCH));
  feed.add(parts);
  await until('the spike does not get out', BUILD_UP_MS, () => feed.drained);
  await sleep(REST_MS + random() * PHASE_MS, undefined, { signal });
  feed.check();
  if (ears.some((ear) => ear.hasHeard(topic))) {
    throw new Error(`an alert of topic ${topic} came before its threshold was crossed`);
  }
  return feed.sendNow(crossing);
}
