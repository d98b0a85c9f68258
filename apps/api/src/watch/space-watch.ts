import type { TopicPulse } from '@sturmwarte/contracts';
import {
  createDetector,
  DETECTOR_VERSION,
  detectSpikes,
  type CountDelta,
  type Detector,
  type DetectorOptions,
  type Evaluation,
  type Tick,
} from '@sturmwarte/detect';
import {
  minuteOf,
  NOTICE_LEVEL,
  type Calm,
  type CurvePoint,
  type Level,
  type Topic,
} from '@sturmwarte/domain';
import type {
  DetectorRepository,
  StartOptions,
  StartTopic,
  StoredSnapshot,
} from '@sturmwarte/store';
import { Subject, type Subscription } from 'rxjs';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { PlannedPeaks } from '../common/planned-peaks.js';
import type { Seen } from './alert-raiser.js';
import { DeltaGate } from './delta-gate.js';
import { restoreTopic } from './restore-topic.js';
import { LATENESS_MS, WatchTime } from './watch-time.js';
import { bucketOf, BUCKET_MINUTES, topicPulse, trendOf } from './topic-pulse.js';

const TOPICS_PER_TURN = 100;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
/** The detector skips longer gaps. */
const LONGEST_GAP_MINUTES = 7 * DAY_MINUTES;

export interface SpaceWatchParts {
  readonly spaceId: number;
  readonly detectors: DetectorRepository;
  readonly options: DetectorOptions;
  /** The space's clock, milliseconds. */
  readonly now: () => number;
  /** The server's clock for the live space; null where the space has its own. */
  readonly receivedMs: () => number | null;
  readonly silentSources: (brandId: number) => readonly number[];
  readonly peaks: Pick<PlannedPeaks, 'of' | 'at'>;
  readonly calm: (topic: Topic) => Calm;
  readonly onSeen: (seen: Seen) => void;
  readonly onFault: (error: unknown) => void;
}

/** The detector of one space: fed by commits and the clock, restored from the record. */
export class SpaceWatch {
  readonly topics = new Map<number, Topic>();
  /** Topics whose numbers moved since the last pulse. */
  readonly touched = new Set<number>();
  private readonly detector: Detector;
  private readonly time: WatchTime;
  private readonly gate = new DeltaGate();
  private readonly deltas$ = new Subject<readonly CountDelta[]>();
  private readonly ticks$ = new Subject<Tick>();
  private readonly levelSince = new Map<number, { level: Level; since: string }>();
  /** Topics added lately, with the watermark then: their gap is closed by the next minute. */
  private readonly settling = new Map<number, number>();
  private subscription: Subscription | null = null;

  constructor(private readonly parts: SpaceWatchParts) {
    this.time = new WatchTime(parts);
    this.detector = createDetector({ ...parts.options, reportFrom: NOTICE_LEVEL });
  }

  /** Reads the record, then counts what was committed meanwhile. Nothing is reported for the past. */
  async start(): Promise<void> {
    const over = this.time.lastMinute();
    let heard = -1;
    const ids: number[] = [];
    const horizon = await this.parts.detectors.readStart(this.startOptions(over), async (start) => {
      this.restore(start, over);
      heard = Math.max(heard, start.minutes.at(-1)?.minute ?? -1);
      if (ids.push(start.topic.id) % TOPICS_PER_TURN === 0) await yieldToOthers();
    });
    // Where the record ends the machine was off: that is not the silence of people.
    if (heard >= 0) await this.closeUpTo(Math.min(heard - 1, over));
    this.detector.setIncomplete(true);
    await this.closeUpTo(over);
    this.detector.setIncomplete(false);
    for (const delta of this.time.possible(this.gate.openFirst(ids, horizon)))
      this.detector.fold(delta);
    // Open minutes count too; what they raise is found when levels are held against the alerts on record.
    this.detector.evaluate(ids, this.parts.now());
    this.subscription = this.wire();
  }

  stop(): void {
    this.subscription?.unsubscribe();
    this.subscription = null;
  }

  /** A committed batch or correction. */
  accept(xid: string, deltas: readonly CountDelta[]): void {
    const news = this.time.possible(this.gate.admit(xid, deltas));
    if (news.length === 0) return;
    for (const { topicId } of news) this.touched.add(topicId);
    this.deltas$.next(news);
  }

  tick(): void {
    if (this.time.present() <= this.detector.watermark) {
      // What is behind the watermark is over: it would see nothing until the time it has seen has come.
      this.parts.onFault(new Error('the clock has been set back'));
      return;
    }
    this.ticks$.next({ now: this.parts.now() });
    for (const [topicId, watermark] of this.settling) {
      if (this.detector.watermark <= watermark) continue;
      this.settling.delete(topicId);
      this.detector.setIncomplete(false, [topicId]);
    }
  }

  /** Takes over the topics as they are now: new ones match from now on, switched-off ones are let go. */
  async reload(active: readonly Topic[], changed: readonly number[]): Promise<void> {
    const wanted = new Map(active.map((topic) => [topic.id, topic]));
    for (const id of this.topics.keys()) if (!wanted.has(id)) this.drop(id);
    for (const topic of active) {
      if (!this.topics.has(topic.id)) continue;
      this.topics.set(topic.id, topic);
      this.configure(topic);
      if (changed.includes(topic.id)) this.touched.add(topic.id);
    }
    const added = active.filter(({ id }) => !this.topics.has(id)).map(({ id }) => id);
    if (added.length > 0) await this.add(added);
  }

  /** The calendar of planned peaks has changed. */
  replan(): void {
    for (const topic of this.topics.values()) this.configure(topic);
  }

  /** To be called as soon as topics are said to have changed: news of new ones wait until they are read. */
  expect(topicIds: readonly number[]): void {
    this.gate.expect(topicIds.filter((id) => !this.topics.has(id)));
  }

  setIncomplete(incomplete: boolean, topicIds: readonly number[]): void {
    this.detector.setIncomplete(incomplete, topicIds);
  }

  /** How a topic stands now, as if it had just been judged. */
  look(topicId: number): Seen | null {
    const seen = this.detector.current(topicId, this.parts.now());
    return seen === null ? null : this.seenOf(seen);
  }

  level(topicId: number): Level {
    return this.detector.level(topicId);
  }

  pulse(topicId: number): TopicPulse | null {
    const level = this.detector.level(topicId);
    const known = this.levelSince.get(topicId);
    const since = known?.level === level ? known.since : null;
    return topicPulse(this.detector, topicId, this.parts.now(), since);
  }

  /** Since when a level stands, from the record. */
  knowSince(topicId: number, level: Level, since: string): void {
    this.levelSince.set(topicId, { level, since });
  }

  /** Null for topics that are not watched here. */
  async curve(
    topicId: number,
    from: number,
    to: number,
    bucket: number,
  ): Promise<CurvePoint[] | null> {
    if (!this.detector.has(topicId)) return null;
    const stored = await this.parts.detectors.minutes(topicId, from, to);
    return this.detector.curve(topicId, from, to, bucket, stored);
  }

  /** Keeps the detector's memory of every topic. */
  async save(): Promise<void> {
    const takenAfter = await this.parts.detectors.now();
    const ids = [...this.topics.keys()];
    for (let from = 0; from < ids.length; from += TOPICS_PER_TURN) {
      const snapshots = ids.slice(from, from + TOPICS_PER_TURN).flatMap((id) => this.stored(id));
      await this.parts.detectors.saveSnapshots(snapshots, { takenAfter });
    }
  }

  private async add(ids: readonly number[]): Promise<void> {
    this.gate.expect(ids);
    const over = this.time.lastMinute();
    const found: number[] = [];
    const horizon = await this.parts.detectors.readStart(
      { ...this.startOptions(over), topicIds: ids },
      (start) => {
        this.restore(start, over);
        found.push(start.topic.id);
      },
    );
    // Until now nobody watched: what is missing in between is not silence.
    this.detector.setIncomplete(true, found);
    for (const id of found) this.settling.set(id, this.detector.watermark);
    this.deltas$.next(this.time.possible(this.gate.open(found, horizon)));
    for (const id of found) this.touched.add(id);
  }

  /** An hour at a time: others get their turn in between. */
  private async closeUpTo(minute: number): Promise<void> {
    const from = Math.max(this.detector.watermark, minute - LONGEST_GAP_MINUTES);
    for (let next = from + HOUR_MINUTES; next < minute; next += HOUR_MINUTES) {
      this.detector.close(next);
      await yieldToOthers();
    }
    this.detector.close(minute);
  }

  private restore(start: StartTopic, over: number): void {
    this.topics.set(start.topic.id, start.topic);
    const peaks = this.parts.peaks.of(start.topic);
    restoreTopic(this.detector, start, over, this.parts.options, peaks);
  }

  private configure(topic: Topic): void {
    const { id, rules, sensitivity, headStart, cooldownMinutes } = topic;
    const peaks = this.parts.peaks.of(topic);
    this.detector.configure({ id, rules, sensitivity, headStart, cooldownMinutes, peaks });
  }

  private drop(topicId: number): void {
    this.topics.delete(topicId);
    this.levelSince.delete(topicId);
    this.settling.delete(topicId);
    this.gate.close(topicId);
    this.detector.remove(topicId);
  }

  private wire(): Subscription {
    return detectSpikes(this.deltas$, this.ticks$, this.detector, {
      latenessMs: LATENESS_MS,
    }).subscribe({
      next: (evaluation) => this.report(evaluation),
      error: (error: unknown) => this.parts.onFault(error),
    });
  }

  private report(evaluation: Evaluation): void {
    const { topicId, level, previous, at } = evaluation;
    if (level !== previous) this.knowSince(topicId, level, new Date(at).toISOString());
    this.touched.add(topicId);
    const seen = this.seenOf(evaluation);
    if (seen) this.parts.onSeen(seen);
  }

  private seenOf(evaluation: Evaluation): Seen | null {
    const topic = this.topics.get(evaluation.topicId);
    if (topic === undefined) return null;
    const end = bucketOf(minuteOf(evaluation.at)) + BUCKET_MINUTES;
    return {
      level: evaluation.level,
      topic,
      evaluation,
      trend: trendOf(this.detector, topic.id, this.parts.now()),
      curve: async () => (await this.curve(topic.id, end - DAY_MINUTES, end, BUCKET_MINUTES)) ?? [],
      silentSources: this.parts.silentSources(topic.brandId),
      peak: this.parts.peaks.at(topic, evaluation.at),
      calm: () => this.parts.calm(topic),
      receivedMs: this.parts.receivedMs(),
      snapshot: () => this.detector.snapshot(topic.id),
    };
  }

  private stored(topicId: number): StoredSnapshot[] {
    const state = this.detector.snapshot(topicId);
    if (state === null || state.last < 0) return [];
    const { spaceId } = this.parts;
    return [{ topicId, spaceId, minute: state.last, detector: DETECTOR_VERSION, state }];
  }

  private startOptions(minute: number): StartOptions {
    const { spaceId } = this.parts;
    return { spaceId, detector: DETECTOR_VERSION, minute, present: this.time.present() };
  }
}
