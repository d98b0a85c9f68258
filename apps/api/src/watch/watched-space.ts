import type { AlertView, TopicPulse } from '@sturmwarte/contracts';
import type { CountDelta, DetectorOptions } from '@sturmwarte/detect';
import {
  minuteOf,
  NOTICE_LEVEL,
  type Clock,
  type CurvePoint,
  type Space,
  type Topic,
} from '@sturmwarte/domain';
import type { AlertRepository, DetectorRepository, TopicRepository } from '@sturmwarte/store';
import type { Logger } from 'pino';
import { setTimeout as wait } from 'node:timers/promises';
import type { PlannedPeaks } from '../common/planned-peaks.js';
import type { AlertRaiser } from './alert-raiser.js';
import { Explanations, type ExplanationsParts } from './explanations.js';
import { SpaceAlerts } from './space-alerts.js';
import { SpaceCalm } from './space-calm.js';
import { SpaceWatch } from './space-watch.js';
import type { StandingMutes } from '../common/standing-mutes.js';

const RETRY_MS = 1_000;

export interface WatchedSpaceParts {
  readonly clock: Clock;
  readonly detectors: DetectorRepository;
  readonly topics: TopicRepository;
  readonly alerts: AlertRepository;
  readonly raiser: AlertRaiser;
  readonly log: Logger;
  readonly options: DetectorOptions;
  readonly silentSources: (brandId: number) => readonly number[];
  readonly mutes: StandingMutes;
  readonly peaks: PlannedPeaks;
  readonly readOverlap: ExplanationsParts['readOverlap'];
  readonly onFault: (error: unknown) => void;
  /** A sighting could not be written and is tried again. */
  readonly onTrouble: () => void;
}

/** One space with its clock, its detector and its alerts. */
export class WatchedSpace {
  readonly id: number;
  /** Resolves when the record has been read; rejects when the first reading failed. */
  started: Promise<void> = Promise.resolve();
  /** The record has been read; commits are counted. */
  ready = false;
  private readonly watch: SpaceWatch;
  private readonly alerts: SpaceAlerts;
  private readonly explanations: Explanations;
  private readonly calm: SpaceCalm;
  private readonly calming = new Set<Promise<void>>();
  /** The space's own clock, milliseconds; null: the server's. */
  private ownMs: number | null;
  private minute = -1;
  /** The calendar its detector was configured with. */
  private planned = -1;
  private stopped = false;
  private changes: Promise<void> = Promise.resolve();

  constructor(
    space: Space,
    private readonly parts: WatchedSpaceParts,
  ) {
    this.id = space.id;
    this.ownMs = space.now === null ? null : Date.parse(space.now);
    const trouble = (err: unknown): void => {
      parts.onTrouble();
      parts.log.warn({ err, spaceId: space.id }, 'an alert waits for the database');
    };
    const receivedMs = (): number | null => (this.ownMs === null ? parts.clock.now() : null);
    this.explanations = new Explanations({
      level: (topicId) => this.watch.level(topicId),
      now: () => this.now(),
      receivedMs,
      readOverlap: parts.readOverlap,
    });
    const look = ({ id, brandId }: Topic) => this.explanations.look(id, brandId);
    this.alerts = new SpaceAlerts(parts.raiser, trouble, look);
    this.calm = new SpaceCalm(parts.mutes, this.explanations, () => this.now());
    this.watch = new SpaceWatch({
      spaceId: space.id,
      detectors: parts.detectors,
      options: parts.options,
      now: () => this.now(),
      receivedMs,
      silentSources: parts.silentSources,
      peaks: parts.peaks,
      calm: (topic) => this.calm.of(topic),
      onSeen: (seen) => this.alerts.sight(seen),
      onFault: parts.onFault,
    });
  }

  get topicCount(): number {
    return this.watch.topics.size;
  }

  now(): number {
    return this.ownMs ?? this.parts.clock.now();
  }

  start(): void {
    this.started = this.begin();
    this.changes = this.started.catch((error: unknown) => this.parts.onFault(error));
  }

  /** An alert of this space, as it was told. */
  hear(alert: AlertView): void {
    this.explanations.hear(alert);
  }

  accept(xid: string, deltas: readonly CountDelta[]): void {
    this.watch.accept(xid, deltas);
  }

  /** Forward only. */
  moveClock(nowMs: number): void {
    if (this.ownMs === null || nowMs <= this.ownMs) return;
    this.ownMs = nowMs;
    this.tick();
  }

  tick(): void {
    if (this.ready && this.planned !== this.parts.peaks.version) {
      this.planned = this.parts.peaks.version;
      this.watch.replan();
    }
    this.watch.tick();
    this.keepCalm();
    for (const id of this.parts.raiser.owing()) if (this.watch.topics.has(id)) this.lookAgain(id);
    const minute = minuteOf(this.now());
    if (minute === this.minute) return;
    this.minute = minute;
    // The hour has moved on for everybody.
    for (const id of this.watch.topics.keys()) this.watch.touched.add(id);
    for (const id of this.alerts.quietButOpen((topicId) => this.watch.level(topicId))) {
      this.lookAgain(id);
    }
  }

  /** Topics were added, changed, switched off or removed. */
  reload(topicIds: readonly number[]): void {
    this.watch.expect(topicIds);
    this.changes = this.changes.then(() => this.insist(() => this.takeOver(topicIds)));
  }

  setSilent(brandId: number, silent: boolean): void {
    const ids = [...this.watch.topics.values()]
      .filter((topic) => topic.brandId === brandId)
      .map(({ id }) => id);
    this.watch.setIncomplete(silent, ids);
  }

  takePulses(): TopicPulse[] {
    const ids = [...this.watch.touched];
    this.watch.touched.clear();
    return ids.flatMap((id) => this.watch.pulse(id) ?? []);
  }

  pulse(topicId: number): TopicPulse | null {
    return this.watch.pulse(topicId);
  }

  curve(topicId: number, from: number, to: number, bucket: number): Promise<CurvePoint[] | null> {
    return this.watch.curve(topicId, from, to, bucket);
  }

  save(): Promise<void> {
    return this.watch.save();
  }

  /** Resolves when everything seen so far is on record. */
  async settled(): Promise<void> {
    await this.changes;
    await Promise.all(this.calming);
    await this.alerts.idle();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.watch.stop();
    await this.alerts.stop();
  }

  /**
   * After the record has been read, every level is held against the alerts on record: what was seen but not written
   * before a crash is written now, what was written is not written again.
   */
  private async begin(): Promise<void> {
    await this.watch.start();
    this.ready = true;
    this.applySilence();
    const open = await this.parts.alerts.open(this.id);
    for (const alert of open) {
      const { topicId, level, levelSince } = alert;
      this.explanations.hear(alert);
      this.alerts.knowOpen(topicId);
      this.watch.knowSince(topicId, level, levelSince);
    }
    const burning = [...this.watch.topics.keys()].filter(
      (id) => this.watch.level(id) >= NOTICE_LEVEL,
    );
    for (const id of new Set([...burning, ...open.map(({ topicId }) => topicId)])) {
      this.lookAgain(id);
    }
  }

  private async takeOver(topicIds: readonly number[]): Promise<void> {
    const before = [...this.watch.topics.keys()];
    const active = await this.parts.topics.active(this.id);
    await this.watch.reload(active, topicIds);
    this.applySilence();
    for (const id of before) {
      if (this.watch.topics.has(id)) continue;
      this.alerts.forget(id);
      this.explanations.forget(id);
    }
  }

  private applySilence(): void {
    for (const brandId of new Set([...this.watch.topics.values()].map((topic) => topic.brandId))) {
      if (this.parts.silentSources(brandId).length > 0) this.setSilent(brandId, true);
    }
  }

  /** Who was silenced, or is heard again: at once, and as often as the database needs. */
  private keepCalm(): void {
    if (!this.ready) return;
    for (const topic of this.calm.changed(this.watch.topics)) {
      const { id } = topic;
      const work = this.parts.raiser
        .keepCalm(topic, this.now(), () => this.calm.of(topic))
        .catch((err: unknown) => {
          this.calm.forget(id);
          this.parts.log.warn({ err, topicId: id }, 'a mute waits for the database');
        })
        .finally(() => this.calming.delete(work));
      this.calming.add(work);
    }
  }

  private lookAgain(topicId: number): void {
    const seen = this.watch.look(topicId);
    if (seen) this.alerts.sight(seen);
  }

  private async insist(work: () => Promise<void>): Promise<void> {
    while (!this.stopped) {
      try {
        return await work();
      } catch (err) {
        this.parts.log.warn({ err, spaceId: this.id }, 'topics wait for the database');
        await wait(RETRY_MS);
      }
    }
  }
}
