import { ALARM_SCORE } from './alarm-score.js';
import type { LookBack } from './look-back.js';
import { deviation, mood, telling } from './mood.js';
import type { RecentPast } from './recent.js';
import type { Records } from './records.js';
import type { ShareBaseline } from './share.js';

/** The own record of the last weeks must be beaten by this factor, in an hour or in six, to reach the alarm threshold. */
const HOUR_RECORD = Math.log(2.2);
const SIX_HOUR_RECORD = Math.log(1.38);
const RECORD_SLOPE = 9;
/** A record of few days is easily beaten. */
const YOUNG_RECORD = 2;
/**
 * A better mood than usual in that hour raises the factor. Where criticism is rare, the mood must even be worse than
 * usual, or it is a burst of friendly interest; where half of all mentions are negative anyway, it can tell nothing.
 */
const RECORD_MOOD_MINUTES = 60;
const RECORD_MOOD_RANGE = { least: -3, most: 3 };
const RECORD_GOOD_MOOD = 0.2;
const RECORD_LACK = 1.1;
const RECORD_WANTED_MOOD = 1.6;
/**
 * However many people are delighted, some words of theirs sound like criticism: of a surge in a better mood than usual
 * only part is taken as such, or joy would only have to be loud enough to alarm.
 */
const RECORD_JOY = 1.25;

/** Where the highest hours are not reached, so much too good a mood leaves nothing; a little more, against rounding. */
const ENOUGH_LACK = (ALARM_SCORE / RECORD_SLOPE - SIX_HOUR_RECORD) / RECORD_LACK + 0.001;

/** What the record of a topic is judged by. */
export interface RecordedTopic {
  readonly share: ShareBaseline;
  readonly recent: RecentPast;
  readonly records: Records;
}

/**
 * More criticism than ever in the last four weeks is a storm whatever its share: the way in for brands always disliked,
 * and for what smoulders. `youth`: see `youthOf`. `least` where it cannot reach that: mood and joy only take away, and most minutes are far off.
 */
export function ownRecord(
  window: LookBack,
  open: number,
  topic: RecordedTopic,
  least: number,
  youth: number,
): number {
  const above = topic.records.above(window.newestNegatives(60) * 1_000, open);
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
  const tone = mood(window, RECORD_MOOD_MINUTES, RECORD_MOOD_RANGE, topic.share, topic.recent);
  const lack = Math.max(0, RECORD_WANTED_MOOD * telling(topic.share) - Math.max(0, tone));
  const mooded = most + RECORD_GOOD_MOOD * Math.min(0, tone) - RECORD_LACK * lack;
  return Math.max(least, ALARM_SCORE + RECORD_SLOPE * mooded - YOUNG_RECORD * youth);
}

/** How much of the last hour and of the last half day is delight, 0 to 1, against the mood of weeks, not of today. */
function joyOf(
  window: LookBack,
  { share, recent }: RecordedTopic,
): { readonly hour: number; readonly sixHours: number } {
  const negatives = window.newestNegatives(RECORD_MOOD_MINUTES);
  const mentions = window.newestMentions(RECORD_MOOD_MINUTES);
  const joy = (negative: number, total: number): number => {
    const z = deviation(negative, total, share.share, share.wander);
    return Math.min(1, RECORD_JOY * telling(share) * Math.max(0, -z));
  };
  return {
    hour: joy(negatives, mentions),
    sixHours: joy(recent.negative + negatives, recent.total + mentions),
  };
}

/** Whether `ownRecord` leaves nothing at all, mostly known without asking it: the highest hours are far away. */
export function isFarFromRecord(window: LookBack, topic: RecordedTopic, youth: number): boolean {
  const { records, share, recent } = topic;
  if (records.isBelow(window.newestNegatives(60) * 1_000)) {
    const tone = mood(window, RECORD_MOOD_MINUTES, RECORD_MOOD_RANGE, share, recent);
    if (RECORD_WANTED_MOOD * telling(share) - Math.max(0, tone) > ENOUGH_LACK) return true;
  }
  return ownRecord(window, 0, topic, 0, youth) <= 0;
}
