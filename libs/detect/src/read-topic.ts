import type { HourOfWeek } from './hour-of-week.js';
import { joyfulHour } from './joyful-hour.js';
import type { LookBack } from './look-back.js';
import type { Reading } from './reading.js';
import type { OpenMinute } from './open-minute.js';
import { score } from './score.js';
import type { Score } from './score.js';
import type { TopicState } from './topic-state.js';
import { countChannels } from './channels.js';
import { upperBound } from './expectation.js';
import { negativesFor } from './plain-rule.js';
import { toneShare } from './tone.js';
import { youthOf } from './youth.js';

/** Fewer negatives than this in half an hour say nothing about growth. */
const GROWTH_FLOOR = 5;
/** Ratios are taken against at least this much: three an hour. */
const RATIO_FLOOR = 3;

/** The score alone: enough to pass over topics where nothing happens. `window` must have been read for that minute. */
export function scoreTopic(
  topic: TopicState,
  minute: number,
  open: readonly OpenMinute[],
  window: LookBack,
  hourOfWeek: HourOfWeek,
): Score {
  let negOpen = 0;
  for (const one of open) negOpen += one.negPermille;
  topic.expectBy(minute);
  const rate = topic.rateAt(minute, hourOfWeek);
  const { hours } = topic.baseline;
  const young = youthOf(hours, null);
  if (young === 0 || topic.authors === null) return score(window, rate, negOpen, topic, young);
  // Youth only takes away: where a grown topic would be calm, critics need not be counted.
  const grown = score(window, rate, negOpen, topic, 0);
  if (grown.value === 0) return grown;
  const crowd = {
    critics: critics(topic, minute, open) ?? 0,
    negatives: window.newestNegatives(60),
  };
  return score(window, rate, negOpen, topic, youthOf(hours, crowd));
}

/** Takes all numbers of a topic for the hour that ends with `minute`; `window` must have been read for that minute. */
export function readTopic(
  topic: TopicState,
  minute: number,
  open: readonly OpenMinute[],
  { raw, value }: Score,
  window: LookBack,
  hourOfWeek: HourOfWeek,
): Reading {
  const rate = topic.rateAt(minute, hourOfWeek);
  const observed = window.newestNegatives(60);
  const mentions = window.newestMentions(60);
  const expected = topic.baseline.hours > 0 ? rate * 60 : null;
  const hour = joyfulHour(topic, minute, open, window);
  const media = topic.media?.count(open.flatMap((one) => one.media)) ?? null;
  return {
    minute,
    score: value,
    raw,
    observed,
    mentions,
    expected,
    upper: expected === null ? null : upperBound(expected, topic.baseline.spread),
    ratio: expected === null ? null : observed / Math.max(expected, RATIO_FLOOR),
    share: mentions > 0 ? Math.min(1, observed / mentions) : null,
    usualShare: topic.share.hours > 0 ? topic.share.share : null,
    uniqueAuthors: topic.authors === null ? null : critics(topic, minute, open),
    channels: topic.channels?.active(minute, topic.ring, open) ?? 0,
    channelsTell: topic.channels !== null && countChannels(topic.channels.known) > 1,
    outlets: media?.outlets ?? null,
    classicOutlets: media?.classic ?? 0,
    usualOutlets: topic.media?.usual ?? 0,
    calls: toneShare(hour.tone, 'calls'),
    aggression: toneShare(hour.tone, 'aggressive'),
    praise: topic.praise.surge(minute, hour),
    ruleNegatives: topic.rules.rules.map((rule) => negativesFor(rule, window)),
    doublingMinutes: doubling(window),
  };
}

function critics(topic: TopicState, minute: number, open: readonly OpenMinute[]): number | null {
  const also = open.flatMap((one) => (one.authors === null ? [] : [one.authors]));
  return topic.authors?.count(minute, also) ?? null;
}

/** Minutes in which the negatives double, judged by the last two half hours; null while they do not grow. */
function doubling(window: LookBack): number | null {
  const now = window.negatives(30);
  const before = window.negatives(30, 30);
  if (now < GROWTH_FLOOR || now <= before * 1.05) return null;
  return Math.max(1, Math.round((30 * Math.LN2) / Math.log(now / Math.max(before, 0.5))));
}
