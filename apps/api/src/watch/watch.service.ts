import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import { hourOfWeekIn } from '@sturmwarte/clock';
import type { Config } from '@sturmwarte/config';
import type { TopicPulse } from '@sturmwarte/contracts';
import { LIVE_SPACE_ID, type Clock, type Space } from '@sturmwarte/domain';
import {
  AlertRepository,
  DetectorRepository,
  readOverlap,
  SpaceRepository,
  TopicRepository,
  type Database,
} from '@sturmwarte/store';
import type { Logger } from 'pino';
import type { Subscription } from 'rxjs';
import { BUS, CLOCK, CONFIG, DATABASE, LOG } from '../common/tokens.js';
import { HealthIndicators } from '../common/health-indicators.js';
import { PlannedPeaks } from '../common/planned-peaks.js';
import { AlertRaiser } from './alert-raiser.js';
import { WatchMetrics } from './watch-metrics.js';
import { WatchedSpace } from './watched-space.js';
import { SilenceService } from './silence.service.js';
import { StandingMutes } from '../common/standing-mutes.js';

const TICK_MS = 1_000;
const PULSE_MS = 250;
const SAVE_MS = 300_000;
const RETRY_MS = 1_000;

/** Runs a detector for every space that is not over. */
@Injectable()
export class WatchService implements OnModuleInit, OnApplicationShutdown {
  private readonly spaces: SpaceRepository;
  private readonly topics: TopicRepository;
  private readonly alerts: AlertRepository;
  private readonly detectors: DetectorRepository;
  private readonly watched = new Map<number, WatchedSpace>();
  private readonly subscriptions: Subscription[] = [];
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly hourOfWeek: (minute: number) => number;
  private stopped = false;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
    @Inject(CONFIG) { timeZone }: Config,
    private readonly raiser: AlertRaiser,
    private readonly silence: SilenceService,
    private readonly mutes: StandingMutes,
    private readonly peaks: PlannedPeaks,
    private readonly metrics: WatchMetrics,
    indicators: HealthIndicators,
  ) {
    // The days of the people who post.
    this.hourOfWeek = hourOfWeekIn(timeZone);
    this.spaces = new SpaceRepository(db);
    this.topics = new TopicRepository(db);
    this.alerts = new AlertRepository(db);
    this.detectors = new DetectorRepository(db);
    indicators.register('watch', () => this.problem());
  }

  /** Before the server listens: whatever is committed later is counted, whatever was before is read. */
  async onModuleInit(): Promise<void> {
    this.listen();
    this.metrics.watch(() =>
      [...this.watched.values()].reduce((sum, space) => sum + space.topicCount, 0),
    );
    await this.raiser.prepare();
    await Promise.all([this.mutes.read(), this.peaks.read()]);
    await this.listenForSilence();
    const running = await this.spaces.running();
    const opened = running.map((space) => this.open(space));
    // Drills and replays are read while the server already answers, and tried again when that fails.
    await opened.find(({ id }) => id === LIVE_SPACE_ID)?.started;
    this.every(TICK_MS, () => this.tick());
    this.every(PULSE_MS, () => this.pulse());
    this.every(SAVE_MS, () => void this.save());
  }

  /** Last of all: what the others still commit while they stop is seen. */
  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.timers.forEach((timer) => clearInterval(timer));
    this.subscriptions.forEach((subscription) => subscription.unsubscribe());
    for (const space of this.watched.values()) await space.stop();
    await this.save();
  }

  /** The watch of a space; undefined for spaces that are over. */
  of(spaceId: number): WatchedSpace | undefined {
    return this.watched.get(spaceId);
  }

  /** Not ready while a running space is not watched. */
  private problem(): string | null {
    const blind = [...this.watched.values()].filter(({ ready }) => !ready);
    return blind.length === 0 ? null : `${blind.length} spaces are not watched yet`;
  }

  private listen(): void {
    this.subscriptions.push(
      this.bus.on('mentions.accepted').subscribe(({ spaceId, batch, deltas }) => {
        this.watched.get(spaceId)?.accept(batch.xid, deltas);
      }),
      this.bus.on('mentions.judged').subscribe(({ spaceId, xid, deltas }) => {
        this.watched.get(spaceId)?.accept(xid, deltas);
      }),
      this.bus.on('live.appended').subscribe(({ messages }) => {
        for (const { body } of messages) {
          if (body.type === 'alert') this.watched.get(body.alert.spaceId)?.hear(body.alert);
        }
      }),
      this.bus.on('clock.moved').subscribe(({ spaceId, now }) => {
        this.watched.get(spaceId)?.moveClock(Date.parse(now));
      }),
      this.bus.on('topics.changed').subscribe(({ spaceId, topicIds }) => {
        this.watched.get(spaceId)?.reload(topicIds);
      }),
      this.bus.on('spaces.changed').subscribe(({ space }) => {
        if (space.endedAt !== null) void this.close(space.id);
        else if (!this.watched.has(space.id)) this.open(space);
      }),
    );
  }

  private open(space: Space): WatchedSpace {
    const watched = new WatchedSpace(space, {
      clock: this.clock,
      detectors: this.detectors,
      topics: this.topics,
      alerts: this.alerts,
      raiser: this.raiser,
      log: this.log,
      options: { hourOfWeek: this.hourOfWeek },
      silentSources: (brandId) =>
        space.id === LIVE_SPACE_ID ? this.silence.silentFor(brandId) : [],
      mutes: this.mutes,
      peaks: this.peaks,
      readOverlap: (span) => readOverlap(this.db, span),
      onFault: (err) => this.restart(space, err),
      onTrouble: () => this.metrics.troubles.inc(),
    });
    this.watched.set(space.id, watched);
    watched.start();
    return watched;
  }

  /** A fault of the detector itself: logged, and the space starts afresh from the record. */
  private restart(space: Space, err: unknown): void {
    this.log.error({ err, spaceId: space.id }, 'the detector failed and starts again');
    const failed = this.watched.get(space.id);
    this.watched.delete(space.id);
    void failed?.stop();
    setTimeout(() => {
      if (!this.stopped && !this.watched.has(space.id)) this.open(space);
    }, RETRY_MS);
  }

  private async close(spaceId: number): Promise<void> {
    const space = this.watched.get(spaceId);
    if (!space) return;
    this.watched.delete(spaceId);
    await space.stop();
    await this.keep(space);
  }

  private tick(): void {
    this.mutes.tick();
    this.peaks.tick();
    for (const space of this.watched.values()) space.tick();
    void this.listenForSilence();
  }

  private listenForSilence(): Promise<void> {
    return this.silence.tick(this.clock.now(), (brandId, silent) =>
      this.watched.get(LIVE_SPACE_ID)?.setSilent(brandId, silent),
    );
  }

  private pulse(): void {
    for (const space of this.watched.values()) {
      const topics: TopicPulse[] = space.takePulses();
      if (topics.length === 0) continue;
      const now = new Date(space.now()).toISOString();
      this.bus.publish('topics.pulsed', { spaceId: space.id, now, topics });
    }
  }

  private async save(): Promise<void> {
    for (const space of this.watched.values()) await this.keep(space);
  }

  /** Without a newer snapshot the next start only reads more. */
  private async keep(space: WatchedSpace): Promise<void> {
    try {
      await space.save();
    } catch (err) {
      this.log.warn({ err, spaceId: space.id }, 'the detector could not be saved');
    }
  }

  private every(ms: number, work: () => void): void {
    this.timers.push(setInterval(work, ms));
  }
}
