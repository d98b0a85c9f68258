import type { TopicPulse } from '@sturmwarte/contracts';
import { channelsOf, type Detector, type PraiseSurge } from '@sturmwarte/detect';
import { MINUTE_MS, minuteOf, trendBetween, type Praise, type Trend } from '@sturmwarte/domain';

export const BUCKET_MINUTES = 15;
const HOUR_MINUTES = 60;

/** Start of the 15-minute bucket a minute lies in. */
export function bucketOf(minute: number): number {
  return minute - (((minute % BUCKET_MINUTES) + BUCKET_MINUTES) % BUCKET_MINUTES);
}

/** Which way a topic goes: the last 15 minutes against the 15 before. */
export function trendOf(detector: Detector, topicId: number, nowMs: number): Trend {
  const end = minuteOf(nowMs) + 1;
  const [before, recent] = detector.curve(topicId, end - 2 * BUCKET_MINUTES, end, BUCKET_MINUTES);
  return trendBetween(before?.negative ?? 0, recent?.negative ?? 0);
}

/** The numbers of a topic's card as the detector has them at this moment; null for topics it does not watch. */
export function topicPulse(
  detector: Detector,
  topicId: number,
  nowMs: number,
  since: string | null,
): TopicPulse | null {
  const seen = detector.current(topicId, nowMs);
  if (seen === null) return null;
  const end = minuteOf(nowMs) + 1;
  const bucket = bucketOf(end - 1);
  const [hour] = detector.curve(topicId, end - HOUR_MINUTES, end, HOUR_MINUTES);
  const [running] = detector.curve(topicId, bucket, bucket + BUCKET_MINUTES, BUCKET_MINUTES);
  return {
    topicId,
    level: seen.level,
    since,
    trend: trendOf(detector, topicId, nowMs),
    ratio: seen.ratio,
    observed: seen.observed,
    expected: seen.expected,
    total: hour?.total ?? 0,
    share: seen.share,
    doublingMinutes: seen.doublingMinutes,
    channels: channelsOf(seen.channels),
    praise: seen.praise === null ? null : praiseOf(seen.praise),
    bucket: { minute: bucket, negative: running?.negative ?? 0 },
  };
}

function praiseOf({ since, ...hour }: PraiseSurge): Praise {
  return { since: new Date(since * MINUTE_MS).toISOString(), ...hour };
}
