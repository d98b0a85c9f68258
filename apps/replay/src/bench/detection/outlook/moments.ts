import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDetector, type Detector, type Evaluation, type Signs } from '@sturmwarte/detect';
import { MINUTE_MS, NOTICE_LEVEL } from '@sturmwarte/domain';
import { readTopics, type TopicCounts } from './read-topics.js';

/** An alert is asked when it rises, and so many minutes after it opened; then every hour. */
const ASKED_AFTER = [0, 5, 15, 30, 45, 60, 90, 120, 180, 240];
const HOUR = 60;
const AHEAD = 360;
const BACK = 120;
const QUARTER = 15;

/** A moment at which the product said what is to come, with what came. */
export interface Moment {
  readonly topic: string;
  /** The alert has just opened or risen. */
  readonly isRise: boolean;
  /** Minutes since the alert opened. */
  readonly age: number;
  /** The storm it belongs to; `none`: no storm. */
  readonly source: string;
  readonly evaluation: Evaluation;
  readonly signs: Signs;
  /** Negatives of the minutes to come. */
  readonly came: (from: number, to: number) => number;
  /** The busiest quarter of the six hours to come, and of those and the two hours before: negatives, minutes ahead. */
  readonly top: Peak;
  readonly peak: Peak;
  /** The highest level of the next hour. */
  readonly highest: number;
}

interface Peak {
  readonly negatives: number;
  readonly ahead: number;
}

interface Truth {
  readonly storms: readonly {
    readonly topic: string;
    readonly source: string;
    readonly onset: string;
    readonly end: string;
  }[];
}

/** Plays a made set through the product's detector. `fromDay`: topics begin so many days later than they could. */
export async function momentsOf(dir: string): Promise<Moment[]> {
  const truth = JSON.parse(await readFile(join(dir, 'truth.json'), 'utf8')) as Truth;
  const topics = await readTopics(join(dir, 'storms.csv'));
  return topics.flatMap((topic) => momentsOfTopic(topic, truth));
}

function momentsOfTopic(topic: TopicCounts, truth: Truth): Moment[] {
  const detector = createDetector({ reportFrom: NOTICE_LEVEL });
  detector.configure({ id: 0, rules: [], since: topic.start });
  const levels: number[] = [];
  const asked: { readonly at: number; readonly make: (highest: number) => Moment }[] = [];
  let openedAt = -1;
  let before = 0;
  for (let at = 0; at + AHEAD < topic.negative.length; at++) {
    const [evaluation] = closeOne(detector, topic, at);
    const level = detector.level(0);
    levels.push(level);
    if (before < NOTICE_LEVEL && level >= NOTICE_LEVEL) openedAt = at;
    if (evaluation && level >= NOTICE_LEVEL && (level > before || isAsked(at - openedAt))) {
      const known = { isRise: level > before, age: at - openedAt };
      const signs = detector.signs(0, (topic.start + at) * MINUTE_MS);
      if (signs !== null)
        asked.push({ at, make: aMoment(topic, truth, at, known, evaluation, signs) });
    }
    before = level;
  }
  return asked
    .filter(({ at }) => at + HOUR < levels.length)
    .map(({ at, make }) => make(Math.max(...levels.slice(at, at + HOUR + 1))));
}

function closeOne(detector: Detector, { start, total, negative }: TopicCounts, at: number) {
  const minute = start + at;
  const negCount = negative[at] ?? 0;
  const all = total[at] ?? 0;
  if (all > 0)
    detector.fold({ topicId: 0, minute, total: all, negPermille: negCount * 1_000, negCount });
  return detector.close(minute);
}

function isAsked(age: number): boolean {
  return ASKED_AFTER.includes(age) || (age > 0 && age % HOUR === 0);
}

function aMoment(
  topic: TopicCounts,
  { storms }: Truth,
  at: number,
  known: { readonly isRise: boolean; readonly age: number },
  evaluation: Evaluation,
  signs: Signs,
): (highest: number) => Moment {
  const minute = topic.start + at;
  const minuteOf = (iso: string): number => Date.parse(iso) / MINUTE_MS;
  const storm = storms.find(
    (one) =>
      one.topic === topic.name &&
      minute >= minuteOf(one.onset) &&
      minute <= minuteOf(one.end) + AHEAD,
  );
  const next = at + 1;
  return (highest) => ({
    topic: topic.name,
    ...known,
    source: storm?.source ?? 'none',
    evaluation,
    signs,
    came: (from, to) => topic.between(next + from, next + to),
    top: busiest(topic, next, next, next + AHEAD),
    peak: busiest(topic, next, next - BACK, next + AHEAD),
    highest,
  });
}

function busiest(topic: TopicCounts, now: number, from: number, to: number): Peak {
  let peak: Peak = { negatives: -1, ahead: 0 };
  for (let start = Math.max(0, from); start + QUARTER <= to; start++) {
    const negatives = topic.between(start, start + QUARTER);
    if (negatives > peak.negatives) peak = { negatives, ahead: start + QUARTER / 2 - now };
  }
  return peak;
}
