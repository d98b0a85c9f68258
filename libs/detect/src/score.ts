import type { Sensitivity } from '@sturmwarte/domain';
import type { Baseline } from './baseline.js';
import { COMMON_PEAK } from './habit.js';
import type { Habit } from './habit.js';
import type { LookBack } from './look-back.js';
import type { RecentPast } from './recent.js';
import type { Records } from './records.js';
import type { ShareBaseline } from './share.js';
import type { VolumeWatch } from './volume-watch.js';

const VOLUME_FADE_MINUTES = 15;
/** Negatives per minute taken as "nothing": one or two an hour. */
const FLOOR_RATE = 0.025;
/**
 * The other part of the volume asks for staying: the mean of the logarithms of three stretches of time. Robots and
 * headlines come all at once and are gone; of them one stretch is high, of a storm all three are.
 */
const STRETCHES = [
  { minutes: 5, skip: 0 },
  { minutes: 5, skip: 5 },
  { minutes: 10, skip: 10 },
] as const;
const STRETCH_FLOOR_RATE = 2 * FLOOR_RATE;
const STAYING = 0.45;
/** How far the last half day moves the expected volume: as a power, and at most by this factor's logarithm upwards. */
const RECENT_POWER = 0.4;
const RECENT_MOST = 1.5;
const RECENT_FEW = 3;

const SHARE_MINUTES = 15;
const SHARE_WEIGHT = 0.9;
const SHARE_RANGE = { least: -2.5, most: 3.4 };
/** The mood of the last half day counts against this many mentions of the usual one, and lifts it only so far. */
const RECENT_MENTIONS = 30;
const RECENT_LIFT = 0.035;
const WANDER_WEIGHT = 0.4;
const FEW_MENTIONS = 4;

/**
 * What a storm's share can show depends on the topic: hardly anything where most mentions are negative anyway. Part of
 * what it cannot show is given to it, or volume alone would have to carry the whole threshold.
 */
const STORM_SHARE = 0.75;
const UNABLE_WEIGHT = 0.6;
const ABLE = 3.5;

/** How much of a topic's own usual peak is taken off. */
const HABIT_WEIGHT = 0.2;

/** A young topic knows neither its level nor its day: until then a negative a minute is thought possible. */
const UNKNOWN_RATE = 1;
const UNKNOWN_HOURS = 2;
const YOUTH_PENALTY = 2;
const YOUTH_HOURS = 168;

/** The own record of the last weeks must be beaten by this factor, in an hour or in six, to reach the alarm threshold. */
const HOUR_RECORD = Math.log(2.2);
const SIX_HOUR_RECORD = Math.log(1.38);
const RECORD_SLOPE = 9;
/** A record of few days is easily beaten. */
const YOUNG_RECORD = 2;
const YOUNG_RECORD_HOURS = 168;
/**
 * A better mood than usual in that hour raises the factor. Where criticism is rare, the mood must even be worse than
 * usual, or it is a burst of friendly interest; where half of all mentions are negative anyway, it can tell nothing.
 */
const RECORD_MOOD_MINUTES = 60;
const RECORD_MOOD_RANGE = { least: -3, most: 3 };
const RECORD_GOOD_MOOD = 0.2;
const RECORD_LACK = 1.1;
const RECORD_WANTED_MOOD = 1.6;
const TELLING_SHARE = 0.5;
/**
 * However many people are delighted, some words of theirs sound like criticism: of a surge in a better mood than usual
 * only part is taken as such, or joy would only have to be loud enough to alarm.
 */
const RECORD_JOY = 1.25;

/** Raw value of the alarm threshold, and the step that makes a value about ten times rarer. */
const RAW_ALARM = 4.62;
const RAW_TENFOLD = 0.75;
const ALARM_SCORE = 3;
/** What a topic is given ahead on the way to the alarm, by how easily people want it to alarm. */
const HEAD_START: Readonly<Record<Sensitivity, number>> = {
  quiet: -0.35,
  standard: 0,
  sensitive: 0.85,
};

interface Range {
  readonly least: number;
  readonly most: number;
}

/** What the score needs to know about a topic. */
export interface ScoredTopic {
  readonly baseline: Baseline;
  readonly share: ShareBaseline;
  readonly recent: RecentPast;
  readonly habit: Habit;
  readonly records: Records;
  readonly sensitivity: Sensitivity;
  /** The way in where nobody judges the tone of mentions; null as soon as one is known not to be negative. */
  readonly volume: VolumeWatch | null;
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
 * Beside it stands the record of the topic itself. `rate`: usual negatives per minute at this time of the week; `open`:
 * thousandths of negatives in minutes not closed yet.
 */
export function score(window: LookBack, rate: number, open: number, topic: ScoredTopic): Score {
  const raw =
    volume(window, rate, topic) + SHARE_WEIGHT * shareZ(window, SHARE_MINUTES, SHARE_RANGE, topic);
  const habit = HABIT_WEIGHT * (topic.habit.peak - COMMON_PEAK);
  const youth = YOUTH_PENALTY * Math.max(0, 1 - topic.baseline.hours / YOUTH_HOURS);
  const fair = raw + UNABLE_WEIGHT * unableToShow(topic.share) - habit - youth;
  const sudden = ALARM_SCORE + (fair - RAW_ALARM) / RAW_TENFOLD;
  const most = topic.volume?.score ?? record(window, open, topic, Math.max(0, sudden));
  return { raw, value: Math.max(0, most + HEAD_START[topic.sensitivity]) };
}

/** The deviations that even a storm would leave short of the most that counts. */
function unableToShow({ share, wander }: ShareBaseline): number {
  const reachable = Math.max(0, STORM_SHARE - share) / Math.sqrt(wander);
  return Math.max(0, ABLE - reachable);
}

/**
 * More criticism than ever in the last four weeks is a storm whatever its share: the way in for brands always disliked,
 * and for what smoulders. `least` where it cannot reach that: mood and joy only take away, and most minutes are far off.
 */
function record(window: LookBack, open: number, topic: ScoredTopic, least: number): number {
  const above = topic.records.above(window.negatives(60) * 1_000, open);
  if (above === null) return least;
  const boldest = Math.max(
    Math.max(0, above.hour) - HOUR_RECORD,
    Math.max(0, above.sixHours) - SIX_HOUR_RECORD,
  );
  if (ALARM_SCORE + RECORD_SLOPE * boldest <= least) return least;
  const joy = joyOf(window, topic);
  const most = Math.max(
    above.hour * (1 - joy.hour) - HOUR_RECORD,
    above.sixHours * (1 - joy.sixHours) - SIX_HOUR_RECORD,
  );
  const mood = shareZ(window, RECORD_MOOD_MINUTES, RECORD_MOOD_RANGE, topic);
  const lack = Math.max(0, RECORD_WANTED_MOOD * telling(topic.share) - Math.max(0, mood));
  const mooded = most + RECORD_GOOD_MOOD * Math.min(0, mood) - RECORD_LACK * lack;
  const young = YOUNG_RECORD * Math.max(0, 1 - topic.baseline.hours / YOUNG_RECORD_HOURS);
  return Math.max(least, ALARM_SCORE + RECORD_SLOPE * mooded - young);
}

/** How much of the last hour and of the last half day is delight, 0 to 1, against the mood of weeks, not of today. */
function joyOf(
  window: LookBack,
  { share, recent }: ScoredTopic,
): { readonly hour: number; readonly sixHours: number } {
  const negatives = window.negatives(RECORD_MOOD_MINUTES);
  const mentions = window.mentions(RECORD_MOOD_MINUTES);
  const joy = (negative: number, total: number): number => {
    const z = deviation(negative, total, share.share, share.wander);
    return Math.min(1, RECORD_JOY * telling(share) * Math.max(0, -z));
  };
  return {
    hour: joy(negatives, mentions),
    sixHours: joy(recent.negative + negatives, recent.total + mentions),
  };
}

/** Whether the mood tells anything: 0 where half of all mentions or more are negative anyway, 1 where none are. */
function telling({ share }: ShareBaseline): number {
  return Math.max(0, 1 - share / TELLING_SHARE);
}

function volume(window: LookBack, rate: number, { baseline, recent }: ScoredTopic): number {
  const busy = Math.log((recent.negative + RECENT_FEW) / (recent.expected + RECENT_FEW));
  const today = rate * Math.exp(RECENT_POWER * Math.min(busy, RECENT_MOST));
  const doubt = UNKNOWN_HOURS / (UNKNOWN_HOURS + baseline.hours);
  const usual = today + (UNKNOWN_RATE - today) * doubt;
  const expected = Math.max(usual, today);
  const now = window.fading(VOLUME_FADE_MINUTES);
  const sudden = Math.log((now + FLOOR_RATE) / (expected + FLOOR_RATE));
  let staying = 0;
  for (const { minutes, skip } of STRETCHES)
    staying += Math.log(window.negatives(minutes, skip) / minutes + STRETCH_FLOOR_RATE);
  staying = staying / STRETCHES.length - Math.log(expected + STRETCH_FLOOR_RATE);
  return (1 - STAYING) * sudden + STAYING * staying;
}

/** Standard deviations by which the share of the last `minutes` lies above the usual one, kept within `range`. */
function shareZ(
  window: LookBack,
  minutes: number,
  range: Range,
  { share, recent }: ScoredTopic,
): number {
  const mentions = window.mentions(minutes);
  if (mentions <= 0) return 0;
  const today =
    (recent.negative + RECENT_MENTIONS * share.share) / (recent.total + RECENT_MENTIONS);
  const usual = Math.min(0.98, Math.max(0.02, Math.min(today, share.share + RECENT_LIFT)));
  const z = deviation(window.negatives(minutes), mentions, usual, share.wander);
  return Math.max(range.least, Math.min(range.most, z));
}

/** Standard deviations by which so many negatives among so many mentions lie above the usual share. */
function deviation(negatives: number, mentions: number, usual: number, wander: number): number {
  const chance = mentions * usual * (1 - usual);
  const wandering = mentions * mentions * wander * WANDER_WEIGHT;
  return (negatives - mentions * usual) / Math.sqrt(chance + wandering + FEW_MENTIONS);
}
