import { calmMention } from './mentions.js';

/** About a thousand mentions a second. */
export const BATCH = { mentions: 50, everyMs: 50 } as const;

/** Inside of a JSON array, so that a spike's mentions can be added behind it. */
export type Batch = string;

/** Background on the given topics, evenly, in batches made ahead of time. */
export function backgroundBatches(count: number, topics: readonly number[], key: string): Batch[] {
  return Array.from({ length: count }, (_, batch) =>
    Array.from({ length: BATCH.mentions }, (_, place) => {
      const n = batch * BATCH.mentions + place;
      return JSON.stringify(calmMention(topics[n % topics.length] ?? 0, key, n));
    }).join(','),
  );
}

export function bodyOf(batch: Batch, more: readonly object[]): Buffer {
  const added = more.map((mention) => JSON.stringify(mention));
  return Buffer.from(`[${[batch, ...added].join(',')}]`);
}
