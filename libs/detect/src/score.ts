import type { Baseline } from './baseline.js';
import { COMMON_PEAK } from './habit.js';
import type { Habit } from './habit.js';
import type { LookBack } from './look-back.js';
import type { RecentPast } from './recent.js';
import type { ShareBaseline } from './share.js';

const VOLUME_FADE_MINUTES = 15;
/** Negatives per minute taken as "nothing": about one an hour. */
const FLOOR_RATE = 0.02;
/** How far the last half day moves the expected volume: as a power, and at most by this factor's logarithm upwards. */
const RECENT_POWER = 0.4;
const RECENT_MOST = 1.5;
const RECENT_FEW = 3;

const SHARE_MINUTES = 15;
const SHARE_WEIGHT = 0.9;
const SHARE_RANGE = { least: -2, most: 3.5 };
/** The mood of the last half day counts against this many mentions of the usual one, and lifts it only so far. */
const RECENT_MENTIONS = 30;
const RECENT_LIFT = 0.03;
const WANDER_WEIGHT = 0.85;
const FEW_MENTIONS = 4;

/** How much of a topic's own usual peak is taken off. */
const HABIT_WEIGHT = 0.5;

/** A young topic knows neither its level nor its day: until then a negative a minute is thought possible. */
const UNKNOWN_RATE = 1;
const UNKNOWN_HOURS = 2;
const YOUTH_PENALTY = 1.5;
const YOUTH_HOURS = 72;

/** Raw value of the alarm threshold, and the step that makes a value about ten times rarer. */
const RAW_ALARM = 4.3;
const RAW_TENFOLD = 0.75;
const ALARM_SCORE = 3;

/** What the score needs to know about a topic. */
export interface ScoredTopic {
  readonly baseline: Baseline;
  readonly share: ShareBaseline;
  readonly recent: RecentPast;
  readonly habit: Habit;
}

export interface Score {
  /** Before calibration; what `Habit` learns from. */
  readonly raw: number;
  /** 3 is the alarm threshold (about once in ten calm weeks), each further point is about ten times rarer; 0 is calm. */
  readonly value: number;
}

/**
 * Short against usual volume of negatives (logarithm of the ratio), and how unusual their share is (standard
 * deviations). Both terms together, because bursts of interest are common and so are bad moods, but not both at once.
 * `rate`: usual negatives per minute at this time of the week.
 */
export function score(window: LookBack, rate: number, topic: ScoredTopic): Score {
  const raw = volume(window, rate, topic) + SHARE_WEIGHT * shareZ(window, topic);
  const habit = HABIT_WEIGHT * (topic.habit.peak - COMMON_PEAK);
  const youth = YOUTH_PENALTY * Math.max(0, 1 - topic.baseline.hours / YOUTH_HOURS);
  const value = ALARM_SCORE + (raw - habit - youth - RAW_ALARM) / RAW_TENFOLD;
  return { raw, value: Math.max(0, value) };
}

function volume(window: LookBack, rate: number, { baseline, recent }: ScoredTopic): number {
  const busy = Math.log((recent.negative + RECENT_FEW) / (recent.expected + RECENT_FEW));
  const today = rate * Math.exp(RECENT_POWER * Math.min(busy, RECENT_MOST));
  const doubt = UNKNOWN_HOURS / (UNKNOWN_HOURS + baseline.hours);
  const usual = today + (UNKNOWN_RATE - today) * doubt;
  const now = window.fading(VOLUME_FADE_MINUTES);
  return Math.log((now + FLOOR_RATE) / (Math.max(usual, today) + FLOOR_RATE));
}

function shareZ(window: LookBack, { share, recent }: ScoredTopic): number {
  const mentions = window.mentions(SHARE_MINUTES);
  if (mentions <= 0) return 0;
  const today =
    (recent.negative + RECENT_MENTIONS * share.share) / (recent.total + RECENT_MENTIONS);
  const usual = Math.min(0.98, Math.max(0.02, Math.min(today, share.share + RECENT_LIFT)));
  const chance = mentions * usual * (1 - usual);
  const wander = mentions * mentions * share.wander * WANDER_WEIGHT;
  const above = window.negatives(SHARE_MINUTES) - mentions * usual;
  const z = above / Math.sqrt(chance + wander + FEW_MENTIONS);
  return Math.max(SHARE_RANGE.least, Math.min(SHARE_RANGE.most, z));
}
