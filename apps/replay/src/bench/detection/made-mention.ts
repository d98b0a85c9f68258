import type { CountDelta } from '@sturmwarte/detect';

/**
 * What the mentions carry whose cost is measured: counts and no more, as from a table; or all that the intake hands over
 * of a mention: who spoke where, if it is clearly negative, and what the word lists heard.
 */
export const CARRIED = ['counts only', 'author, channel, wording'] as const;
export type Carried = (typeof CARRIED)[number];

/** One in five is negative; so many channels carry criticism. */
const NEGATIVE_EVERY = 5;
const CHANNELS = 6;

/** The mention number `i` in a minute, over evenly spread topics; no chance, so that rounds are alike. */
export function madeMention(
  carried: Carried,
  i: number,
  topics: number,
  minute: number,
): CountDelta {
  const negative = i % NEGATIVE_EVERY === 0;
  const topicId = (Math.imul(i, 0x9e3779b1) >>> 0) % topics;
  const negPermille = negative ? 900 : 60;
  const negCount = negative ? 1 : 0;
  if (carried === 'counts only') return { topicId, minute, total: 1, negPermille, negCount };
  // Written out, as the intake does: spread first, every object would be of a kind of its own, and slow to read.
  return {
    topicId,
    minute,
    total: 1,
    negPermille,
    negCount,
    authors: negative ? [Math.imul(i, 0x85ebca6b)] : [],
    channels: negative ? 1 << ((i / NEGATIVE_EVERY) % CHANNELS) : 0,
    media: [],
    tone: {
      judged: 1,
      aggressive: i % 50 === 0 ? 1 : 0,
      calls: i % 200 === 0 ? 1 : 0,
      praise: i % 10 === 1 ? 1 : 0,
    },
  };
}
