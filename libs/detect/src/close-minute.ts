import { ALARM_LEVEL, MINUTE_MS } from '@sturmwarte/domain';
import type { Evaluation } from './evaluation.js';
import { evaluationOf } from './evaluation-of.js';
import type { HourOfWeek } from './hour-of-week.js';
import type { LookBack } from './look-back.js';
import { MediaSketch } from './media.js';
import type { OpenMinute } from './open-minute.js';
import { outlookAt } from './outlook/outlook-at.js';
import { raise } from './raise.js';
import { NOTHING } from './ring.js';
import { isCalm } from './is-calm.js';
import { readTopic, scoreTopic } from './read-topic.js';
import { seePraise } from './see-praise.js';
import { plainlyCalm } from './score.js';
import { LOWEST_SCORE, rungOf } from './severity.js';
import { youthOf } from './youth.js';
import { LEARN_AFTER_MINUTES } from './topic-numbers.js';
import type { TopicState } from './topic-state.js';

/** During an alert nearly nothing is learnt; not nothing, or a new normal would alarm for ever. */
const ALERT_WEIGHT = 0.1;
const HOLD_MS = 60 * MINUTE_MS;

/** Closes one minute: counts it, learns, judges. Null where the level did not change and is below `reportFrom`. */
export function closeMinute(
  topic: TopicState,
  minute: number,
  window: LookBack,
  hourOfWeek: HourOfWeek,
  reportFrom: number,
): Evaluation | null {
  const open = topic.takeOpen(minute);
  count(topic, minute, open);
  if (open !== null) topic.giveBack(open);
  learn(topic, minute - LEARN_AFTER_MINUTES, hourOfWeek);
  watchVolume(topic, minute, hourOfWeek);
  window.read(minute, topic.ring, []);
  topic.expectBy(minute);
  const alarm = topic.ladder.level >= ALARM_LEVEL;
  const hour = window.newestNegatives(60) * 1_000;
  topic.records.see(minute, topic.ring.negativeAt(minute), hour, alarm);
  if (!topic.incomplete) seePraise(topic, minute, window);
  if (reportFrom > 0 && topic.isUnruffled) {
    const youth = topic.authors === null ? youthOf(topic.baseline.hours, null) : 0;
    const calm = plainlyCalm(window, topic.rateAt(minute, hourOfWeek), topic, youth);
    if (calm !== null && calm < LOWEST_SCORE) {
      topic.lastScore = calm;
      topic.habit.see(minute, -Infinity, alarm);
      return null;
    }
  }
  return judgeMinute(topic, minute, window, hourOfWeek, reportFrom);
}

/** Judges the minute just counted; see `closeMinute`. */
export function judgeMinute(
  topic: TopicState,
  minute: number,
  window: LookBack,
  hourOfWeek: HourOfWeek,
  reportFrom: number,
): Evaluation | null {
  const alarm = topic.ladder.level >= ALARM_LEVEL;
  window.read(minute, topic.ring, []);
  const score = scoreTopic(topic, minute, [], window, hourOfWeek);
  topic.lastScore = score.value;
  topic.habit.see(minute, score.raw, alarm);
  if (reportFrom > 0 && isCalm(topic, score)) return null;
  const reading = readTopic(topic, minute, [], score, window, hourOfWeek);
  const at = (minute + 1) * MINUTE_MS;
  const previous = topic.level;
  raise(topic, reading, window, at);
  topic.ladder.fall(at, rungOf(reading), HOLD_MS, topic.incomplete);
  topic.cooldown.see(at, topic.ladder.level);
  topic.rules.release(minute, topic.incomplete);
  topic.noteCalm();
  if (topic.level === previous && previous < reportFrom) return null;
  const outlook = outlookAt(topic, reading, at, window, hourOfWeek);
  return evaluationOf(topic, reading, previous, at, false, outlook);
}

function count(topic: TopicState, minute: number, open: OpenMinute | null): void {
  topic.ring.push(minute, open ?? NOTHING, open?.channels ?? 0);
  if (open !== null && open.media.length > 0) {
    topic.media ??= new MediaSketch();
    topic.media.hear(minute, open.media);
  }
  const alarm = topic.ladder.level >= ALARM_LEVEL;
  topic.media?.pass(minute, alarm);
  topic.hear(minute, open, alarm);
}

function watchVolume(topic: TopicState, minute: number, hourOfWeek: HourOfWeek): void {
  if (topic.volume === null) return;
  const mentions = topic.ring.totalAt(minute);
  if (topic.ring.negativeAt(minute) < mentions * 1_000) topic.volume = null;
  else topic.volume.see(hourOfWeek(minute), mentions);
}

function learn(topic: TopicState, minute: number, hourOfWeek: HourOfWeek): void {
  if (topic.incomplete || !topic.ring.holds(minute)) return;
  const weight = topic.ladder.level >= ALARM_LEVEL ? ALERT_WEIGHT : 1;
  topic.learn(minute, hourOfWeek(minute), topic.liftAt(minute), weight);
}
