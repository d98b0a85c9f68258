import type { CurvePoint, Level } from '@sturmwarte/domain';
import { minuteOf } from '@sturmwarte/domain';
import type { CountDelta } from './count-delta.js';
import { curveOf } from './curve.js';
import type { StoredMinute } from './curve.js';
import type { Evaluation } from './evaluation.js';
import { evaluationOf } from './evaluation-of.js';
import { expectationOver } from './expectation.js';
import type { Expectation } from './expectation.js';
import { hourOfWeekUtc } from './hour-of-week.js';
import { rememberHours } from './remember-hours.js';
import type { HourOfWeek } from './hour-of-week.js';
import { KeptTopics } from './kept-topics.js';
import { LookBack } from './look-back.js';
import { outlookAt } from './outlook/outlook-at.js';
import { signsOf } from './outlook/signs.js';
import type { Signs } from './outlook/signs.js';
import { raise } from './raise.js';
import { isCalm } from './is-calm.js';
import { readTopic, scoreTopic } from './read-topic.js';
import type { Reading } from './reading.js';
import { restoreTopic, snapshotOf } from './snapshot.js';
import type { TopicSnapshot } from './snapshot.js';
import { checkTopic } from './topic-config.js';
import type { TopicConfig } from './topic-config.js';
import { TopicState } from './topic-state.js';

export const DETECTOR_VERSION = 'lr+share+record/2';

export interface DetectorOptions {
  /** The zone of people's days. Default: UTC. */
  readonly hourOfWeek?: HourOfWeek;
  /** Topics at or above this level are reported at every closed minute, changed or not. Default: changes only. */
  readonly reportFrom?: Level;
}

/**
 * The pure engine: no clock, no timers, no I/O. Minutes are open until `close` passes them; deltas of open minutes may
 * come in any order and lead to the same closed minutes.
 */
export interface Detector {
  /** Adds or changes a topic; its history stays. Throws RangeError for a rule that looks back too far. */
  configure(topic: TopicConfig): void;
  remove(topicId: number): void;
  has(topicId: number): boolean;
  /** Counts into an open minute, in constant time. Deltas of unknown topics are ignored; false tells so. */
  fold(delta: CountDelta): boolean;
  /** Closes all minutes up to `minute` in order, learns from them, returns the level changes (see `reportFrom`). */
  close(minute: number): Evaluation[];
  /** Judges topics with their open minutes. May raise a level, never lowers one; returns the changes. */
  evaluate(topicIds: Iterable<number>, now: number): Evaluation[];
  /** How a topic stands at `now` (ms), without changing anything; null for unknown topics. */
  current(topicId: number, now: number): Evaluation | null;
  /** What the outlook of a topic is made from at `now` (ms): for those who learn or judge it; null for unknown topics. */
  signs(topicId: number, now: number): Signs | null;
  /**
   * Topics counted for since the last asking that are worth judging with their open minutes: not the calm ones hardly
   * spoken of, for which the close of the minute is soon enough.
   */
  takeStirred(): number[];
  /** Of these topics, those a plain rule of which is met with the open minutes and did not hold before. */
  newlyRuled(topicIds: Iterable<number>, now: number): number[];
  /** Topics with a rise that waits for its second evaluation. */
  unconfirmed(): number[];
  level(topicId: number): Level;
  /** The score as of the last closed minute; null before the first. */
  score(topicId: number): number | null;
  /** A source is silent: levels do not fall and nothing is learnt from the silence. For all topics or the given ones. */
  setIncomplete(incomplete: boolean, topicIds?: Iterable<number>): void;
  snapshot(topicId: number): TopicSnapshot | null;
  /** Brings a topic back as it was; adds it if it is not configured. Throws RangeError for an unknown format. */
  restore(topic: TopicConfig, snapshot: TopicSnapshot): void;
  /** Sets the closed minutes that can still be corrected (about two hours) to what the record says of them. */
  amend(topicId: number, minutes: readonly StoredMinute[]): void;
  /** Usual negatives in the `minutes` from `minute` on; null before a baseline exists. */
  expectation(topicId: number, minute: number, minutes: number): Expectation | null;
  /**
   * Buckets of `bucket` minutes from `from` (inclusive) to `to` (exclusive) with their expectation. Minutes that have
   * left the ring (about two hours) are taken from `stored`.
   */
  curve(
    topicId: number,
    from: number,
    to: number,
    bucket: number,
    stored?: Iterable<StoredMinute>,
  ): CurvePoint[];
  /** The last closed minute; -1 before the first. */
  readonly watermark: number;
}

export function createDetector(options: DetectorOptions = {}): Detector {
  return new KeyedDetector(options);
}

class KeyedDetector implements Detector {
  watermark = -1;
  private readonly topics: KeptTopics;
  private readonly window = new LookBack();
  private readonly hourOfWeek: HourOfWeek;
  private readonly waiting = new Set<number>();
  private readonly stirred = new Set<number>();
  /** Topics with plain rules: few, and asked about at every commit. */
  private readonly ruled = new Set<number>();
  /** Topics added later inherit what holds for all. */
  private allIncomplete = false;

  constructor(options: DetectorOptions) {
    this.hourOfWeek = rememberHours(options.hourOfWeek ?? hourOfWeekUtc);
    const { reportFrom = Infinity } = options;
    this.topics = new KeptTopics(this.window, this.hourOfWeek, reportFrom);
  }

  configure(config: TopicConfig): void {
    checkTopic(config);
    const known = this.topics.get(config.id);
    if (known === undefined) this.add(new TopicState(config));
    else {
      known.configure(config);
      this.noteRules(known);
    }
  }

  remove(topicId: number): void {
    this.topics.delete(topicId);
    this.stirred.delete(topicId);
    this.waiting.delete(topicId);
    this.ruled.delete(topicId);
  }

  has(topicId: number): boolean {
    return this.topics.peek(topicId) !== undefined;
  }

  fold(delta: CountDelta): boolean {
    const folded = this.topics.fold(delta, this.watermark);
    if (folded === 'stirred') this.stirred.add(delta.topicId);
    return folded !== 'unknown';
  }

  close(minute: number): Evaluation[] {
    if (minute <= this.watermark) return [];
    const reports = this.topics.close(minute, this.watermark, (topic) => this.noteWaiting(topic));
    this.watermark = minute;
    return reports.sort((a, b) => a.at - b.at || a.topicId - b.topicId);
  }

  evaluate(topicIds: Iterable<number>, now: number): Evaluation[] {
    const changes: Evaluation[] = [];
    for (const id of topicIds) {
      if (this.topics.isStill(id)) continue;
      const topic = this.topics.get(id);
      if (topic === undefined || topic.ring.last >= minuteOf(now)) continue;
      const reading = this.readOpen(topic, now, true);
      if (reading === null) continue;
      const previous = topic.level;
      raise(topic, reading, this.window, now);
      this.noteWaiting(topic);
      if (topic.level === previous) continue;
      const outlook = outlookAt(topic, reading, now, this.window, this.hourOfWeek);
      changes.push(evaluationOf(topic, reading, previous, now, true, outlook));
    }
    return changes;
  }

  current(topicId: number, now: number): Evaluation | null {
    const topic = this.topics.get(topicId);
    if (topic === undefined) return null;
    const reading = this.readOpen(topic, now, false);
    if (reading === null) return null;
    const outlook = outlookAt(topic, reading, now, this.window, this.hourOfWeek);
    return evaluationOf(topic, reading, topic.level, now, topic.open.length > 0, outlook);
  }

  signs(topicId: number, now: number): Signs | null {
    const topic = this.topics.get(topicId);
    const reading = topic && this.readOpen(topic, now, false);
    return topic && reading ? signsOf(topic, reading, this.window, this.hourOfWeek) : null;
  }

  takeStirred(): number[] {
    if (this.stirred.size === 0) return [];
    const ids = [...this.stirred];
    this.stirred.clear();
    return ids;
  }

  newlyRuled(topicIds: Iterable<number>, now: number): number[] {
    const found: number[] = [];
    for (const id of topicIds) {
      const topic = this.ruled.has(id) ? this.topics.get(id) : undefined;
      if (topic === undefined || !topic.rules.canRise(topic.level)) continue;
      this.window.read(topic.openEnd(minuteOf(now)), topic.ring, topic.open);
      if (topic.rules.isNewlyMet(this.window)) found.push(id);
    }
    return found;
  }

  unconfirmed(): number[] {
    return [...this.waiting];
  }

  level(topicId: number): Level {
    return this.topics.peek(topicId)?.level ?? 0;
  }

  score(topicId: number): number | null {
    return this.topics.peek(topicId)?.lastScore ?? null;
  }

  setIncomplete(incomplete: boolean, topicIds?: Iterable<number>): void {
    if (topicIds === undefined) this.allIncomplete = incomplete;
    for (const id of topicIds ?? this.topics.ids()) {
      const topic = this.topics.get(id);
      if (topic !== undefined) topic.incomplete = incomplete;
    }
  }

  snapshot(topicId: number): TopicSnapshot | null {
    const topic = this.topics.get(topicId);
    return topic === undefined ? null : snapshotOf(topic);
  }

  restore(config: TopicConfig, snapshot: TopicSnapshot): void {
    checkTopic(config);
    this.add(restoreTopic(config, snapshot));
  }

  amend(topicId: number, minutes: readonly StoredMinute[]): void {
    this.topics.get(topicId)?.amend(minutes);
  }

  expectation(topicId: number, minute: number, minutes: number): Expectation | null {
    const topic = this.topics.get(topicId);
    if (topic === undefined) return null;
    return expectationOver(topic, minute, minutes, this.hourOfWeek);
  }

  curve(
    topicId: number,
    from: number,
    to: number,
    bucket: number,
    stored: Iterable<StoredMinute> = [],
  ): CurvePoint[] {
    const topic = this.topics.get(topicId);
    return topic === undefined ? [] : curveOf(topic, { from, to, bucket }, stored, this.hourOfWeek);
  }

  private noteWaiting(topic: TopicState): void {
    if (topic.ladder.pendingSince >= 0) this.waiting.add(topic.config.id);
    else if (this.waiting.size > 0) this.waiting.delete(topic.config.id);
  }

  private noteRules(topic: TopicState): void {
    if (topic.rules.rules.length > 0) this.ruled.add(topic.config.id);
    else this.ruled.delete(topic.config.id);
  }

  private add(topic: TopicState): void {
    if (this.allIncomplete) topic.incomplete = true;
    this.topics.set(topic);
    this.noteWaiting(topic);
    this.noteRules(topic);
  }

  /** The hour up to the newest open minute, or up to `now` where that is later; null for a calm topic if those do not matter. */
  private readOpen(topic: TopicState, now: number, passOverCalm: boolean): Reading | null {
    const minute = topic.openEnd(minuteOf(now));
    this.window.read(minute, topic.ring, topic.open);
    const score = scoreTopic(topic, minute, topic.open, this.window, this.hourOfWeek);
    if (passOverCalm && isCalm(topic, score)) return null;
    return readTopic(topic, minute, topic.open, score, this.window, this.hourOfWeek);
  }
}
