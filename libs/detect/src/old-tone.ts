import type { LookBack } from './look-back.js';
import type { RecentPast } from './recent.js';
import type { ShareBaseline } from './share.js';

const NOW_MINUTES = 15;
/** The time before, in the minutes the ring holds; between the two a storm may have begun. */
const BETWEEN_MINUTES = 15;
const BEFORE_MINUTES = 90;
/** What is usual counts as so many mentions of the time before. */
const USUAL_MENTIONS = 30;
/** A share that surely rose by less than this is the tone of before. In parts of one, and in standard errors. */
const NEW_TONE = 0.08;
const SURELY = 0.8;

export interface TonedTopic {
  readonly share: ShareBaseline;
  readonly recent: RecentPast;
}

/**
 * How surely the criticism of now speaks in the very tone of before, 0 to 1: more mentions, and no larger part of them
 * negative than in the hours before. That is news passed on in a bad mood; a storm brings its tone along. Only large
 * numbers can tell so surely.
 */
export function oldTone(window: LookBack, { share, recent }: TonedTopic): number {
  const mentions = window.newestMentions(NOW_MINUTES);
  if (mentions <= 0) return 0;
  const now = window.newestNegatives(NOW_MINUTES) / mentions;
  const from = NOW_MINUTES + BETWEEN_MINUTES;
  const lately = window.mentions(from + BEFORE_MINUTES) - window.mentions(from);
  const than = (negatives: number, total: number): number => {
    const known = total + USUAL_MENTIONS;
    const before = (negatives + share.share * USUAL_MENTIONS) / known;
    const error = Math.sqrt(before * (1 - before) * (1 / mentions + 1 / known));
    return 1 - (now - before + SURELY * error) / NEW_TONE;
  };
  const most = Math.max(
    than(window.negatives(BEFORE_MINUTES, from), lately),
    than(recent.negative, recent.total),
  );
  return Math.min(1, Math.max(0, most));
}
