import type { QualityMark } from '@sturmwarte/domain';
import type { Reading } from './reading.js';
import type { TopicState } from './topic-state.js';

const WEEK_HOURS = 168;
/** So few mentions in an hour that one or two decide. */
const THIN = 20;

/**
 * What makes this reading less sure than its numbers look; silent sources are known to others. Open minutes
 * later than `minute` are not looked at, or it would hang on what else has come in already.
 */
export function qualityOf(topic: TopicState, { mentions }: Reading, minute: number): QualityMark[] {
  const { baseline, authors, channels, tone, open } = topic;
  const marks: QualityMark[] = [];
  if (baseline.hours < WEEK_HOURS) marks.push('first-week');
  if (mentions < THIN) marks.push('thin');
  const heard = open.filter((one) => one.minute <= minute);
  const known = heard.some(
    (one) => one.authors !== null || one.channels !== 0 || one.tone !== null,
  );
  if (!known && authors === null && channels === null && tone === null) marks.push('counts-only');
  return marks;
}
