import { ALARM_LEVEL, type Level } from '@sturmwarte/domain';
import { ALARM_SCORE } from './alarm-score.js';
import type { Baseline } from './baseline.js';
import { COMMON_PEAK } from './habit.js';
import type { Habit } from './habit.js';
import type { LookBack } from './look-back.js';
import { loudness, loudnessAtMost, loudnessCloselyAtMost } from './loudness.js';
import { mood } from './mood.js';
import { oldTone } from './old-tone.js';
import { isFarFromRecord, ownRecord } from './own-record.js';
import type { RecentPast } from './recent.js';
import type { Records } from './records.js';
import type { ShareBaseline } from './share.js';
import type { VolumeWatch } from './volume-watch.js';

const SHARE_MINUTES = 15;
const SHARE_WEIGHT = 0.9;
const SHARE_RANGE = { least: -2.5, most: 3.4 };
/**
 * What a storm's share can show depends on the topic: hardly anything where most mentions are negative anyway. Part of
 * what it cannot show is given to it, or volume alone would have to carry the whole threshold.
 */
const STORM_SHARE = 0.75;
const UNABLE_WEIGHT = 0.6;
const ABLE = 3.5;

/** How much of a topic's own usual peak is taken off. */
const HABIT_WEIGHT = 0.2;

const YOUTH_PENALTY = 2;

/** What is taken off what changes nothing in the tone of before. */
const OLD_TONE = 3;

/** Raw value of the alarm threshold, and the step that makes a value about ten times rarer. */
const RAW_ALARM = 4.51;
const RAW_TENFOLD = 0.75;

/** What the score needs to know about a topic. */
export interface ScoredTopic {
  readonly baseline: Baseline;
  readonly share: ShareBaseline;
  readonly recent: RecentPast;
  readonly habit: Habit;
  readonly records: Records;
  /** What it is given ahead on the way to the alarm. */
  readonly headStart: number;
  /** The way in where nobody judges the tone of mentions; null as soon as one is known not to be negative. */
  readonly volume: VolumeWatch | null;
}

/** A topic that may be anything but calm. */
export interface WatchedTopic extends ScoredTopic {
  /** Where the detector's own level stands. */
  readonly ladder: { readonly level: Level };
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
 * thousandths of negatives in minutes not closed yet; `youth`: see `youthOf`.
 */
export function score(
  window: LookBack,
  rate: number,
  open: number,
  topic: WatchedTopic,
  youth: number,
): Score {
  const raw = loudness(window, rate, topic.baseline, topic.recent) + tone(window, topic);
  const sudden = suddenScore(raw, topic, youth);
  const most = topic.volume?.score ?? ownRecord(window, open, topic, Math.max(0, sudden), youth);
  const value = Math.max(0, most + topic.headStart);
  // A storm that stands has become the tone of before.
  if (value === 0 || topic.volume !== null || topic.ladder.level >= ALARM_LEVEL)
    return { raw, value };
  return { raw, value: Math.max(0, value - OLD_TONE * oldTone(window, topic)) };
}

/**
 * The value of the score of a closed minute where it is plain without looking closely: nothing is up, and this half day
 * has seen more. That holds for most topics in most minutes. Null where only the exact score can tell. `youth` at the least it can be.
 */
export function plainlyCalm(
  window: LookBack,
  rate: number,
  topic: ScoredTopic,
  youth: number,
): number | null {
  if (topic.volume !== null) return null;
  const { baseline, recent, habit } = topic;
  const inTone = tone(window, topic);
  let raw = loudnessAtMost(window, rate, baseline, recent) + inTone;
  if (raw > habit.highest) raw = loudnessCloselyAtMost(window, rate, baseline, recent) + inTone;
  if (raw > habit.highest || suddenScore(raw, topic, youth) > 0) return null;
  return isFarFromRecord(window, topic, youth) ? Math.max(0, topic.headStart) : null;
}

function tone(window: LookBack, { share, recent }: ScoredTopic): number {
  return SHARE_WEIGHT * mood(window, SHARE_MINUTES, SHARE_RANGE, share, recent);
}

function suddenScore(raw: number, { habit, share }: ScoredTopic, youth: number): number {
  const usualPeak = HABIT_WEIGHT * (habit.peak - COMMON_PEAK);
  const fair = raw + UNABLE_WEIGHT * unableToShow(share) - usualPeak - YOUTH_PENALTY * youth;
  return ALARM_SCORE + (fair - RAW_ALARM) / RAW_TENFOLD;
}

/** The deviations that even a storm would leave short of the most that counts. */
function unableToShow({ share, wander }: ShareBaseline): number {
  const reachable = Math.max(0, STORM_SHARE - share) / Math.sqrt(wander);
  return Math.max(0, ABLE - reachable);
}
