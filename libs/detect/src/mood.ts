import type { LookBack } from './look-back.js';
import type { RecentPast } from './recent.js';
import type { SummedMentions } from './ring.js';
import type { ShareBaseline } from './share.js';

/** The mood of the last half day counts against this many mentions of the usual one, and lifts it only so far. */
const RECENT_MENTIONS = 30;
const RECENT_LIFT = 0.035;
const WANDER_WEIGHT = 0.4;
const FEW_MENTIONS = 4;

const TELLING_SHARE = 0.5;

/** The least and the most deviations that count. */
export interface MoodRange {
  readonly least: number;
  readonly most: number;
}

/** Standard deviations by which the share of the last `minutes` lies above the usual one, kept within `range`. */
export function mood(
  window: LookBack,
  minutes: SummedMentions,
  range: MoodRange,
  share: ShareBaseline,
  recent: RecentPast,
): number {
  const mentions = window.newestMentions(minutes);
  if (mentions <= 0) return 0;
  const today =
    (recent.negative + RECENT_MENTIONS * share.share) / (recent.total + RECENT_MENTIONS);
  const usual = Math.min(0.98, Math.max(0.02, Math.min(today, share.share + RECENT_LIFT)));
  const z = deviation(window.newestNegatives(minutes), mentions, usual, share.wander);
  return Math.max(range.least, Math.min(range.most, z));
}

/** Standard deviations by which so many negatives among so many mentions lie above the usual share. */
export function deviation(
  negatives: number,
  mentions: number,
  usual: number,
  wander: number,
): number {
  const chance = mentions * usual * (1 - usual);
  const wandering = mentions * mentions * wander * WANDER_WEIGHT;
  return (negatives - mentions * usual) / Math.sqrt(chance + wandering + FEW_MENTIONS);
}

/** Whether the mood tells anything: 0 where half of all mentions or more are negative anyway, 1 where none are. */
export function telling({ share }: ShareBaseline): number {
  return Math.max(0, 1 - share / TELLING_SHARE);
}
