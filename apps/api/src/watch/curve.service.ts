import { Inject, Injectable } from '@nestjs/common';
import { hourOfWeekIn } from '@sturmwarte/clock';
import type { Config } from '@sturmwarte/config';
import type { Curve, curveQuerySchema } from '@sturmwarte/contracts';
import { createDetector, DETECTOR_VERSION } from '@sturmwarte/detect';
import { minuteOf, type Clock, type CurvePoint, type Topic } from '@sturmwarte/domain';
import {
  AlertRepository,
  DetectorRepository,
  SpaceRepository,
  TopicRepository,
  type Database,
} from '@sturmwarte/store';
import type { z } from 'zod';
import type { Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { CLOCK, CONFIG, DATABASE } from '../common/tokens.js';
import { PlannedPeaks } from '../common/planned-peaks.js';
import { WatchService } from './watch.service.js';

type CurveQuery = z.output<typeof curveQuerySchema>;

const HOUR_MINUTES = 60;
/** Shown before an alert was raised, and after it was closed. */
const BEFORE_MINUTES = 6 * HOUR_MINUTES;
const AFTER_MINUTES = HOUR_MINUTES;
const MOST_MINUTES = 168 * HOUR_MINUTES;

/** Counted against expected, for the charts. */
@Injectable()
export class CurveService {
  private readonly spaces: SpaceRepository;
  private readonly topics: TopicRepository;
  private readonly alerts: AlertRepository;
  private readonly detectors: DetectorRepository;
  private readonly hourOfWeek: (minute: number) => number;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) { timeZone }: Config,
    private readonly watch: WatchService,
    private readonly peaks: PlannedPeaks,
  ) {
    this.hourOfWeek = hourOfWeekIn(timeZone);
    this.spaces = new SpaceRepository(db);
    this.topics = new TopicRepository(db);
    this.alerts = new AlertRepository(db);
    this.detectors = new DetectorRepository(db);
  }

  /** The last hours, up to the running bucket. */
  async ofTopic(principal: Principal, id: number, query: CurveQuery): Promise<Curve> {
    const topic = await this.topics.find(id);
    requireRight(principal, 'board.see', topic.brandId);
    const to = (await this.minuteOf(topic.spaceId)) + 1;
    return this.between(topic, to - query.hours * HOUR_MINUTES, to, query.bucket);
  }

  /** From before the alert until now, or until a while after it was closed; a week at most. */
  async ofAlert(principal: Principal, id: number, query: CurveQuery): Promise<Curve> {
    const alert = await this.alerts.find(id);
    requireRight(principal, 'board.see', alert.brandId);
    const topic = await this.topics.find(alert.topicId);
    const now = (await this.minuteOf(alert.spaceId)) + 1;
    const closed = alert.closedAt === null ? null : minuteOf(Date.parse(alert.closedAt));
    const to = closed === null ? now : Math.min(now, closed + AFTER_MINUTES);
    const opened = minuteOf(Date.parse(alert.openedAt)) - BEFORE_MINUTES;
    const from = Math.max(Math.min(opened, to - query.hours * HOUR_MINUTES), to - MOST_MINUTES);
    return this.between(topic, from, to, query.bucket);
  }

  private async between(topic: Topic, from: number, to: number, bucket: number): Promise<Curve> {
    const start = Math.floor(from / bucket) * bucket;
    const watched = await this.watch.of(topic.spaceId)?.curve(topic.id, start, to, bucket);
    return { bucket, points: watched ?? (await this.remembered(topic, start, to, bucket)) };
  }

  /** A topic no detector follows: what was counted, and what its last memory would expect. */
  private async remembered(
    topic: Topic,
    from: number,
    to: number,
    bucket: number,
  ): Promise<CurvePoint[]> {
    const { id, rules } = topic;
    const peaks = this.peaks.of(topic);
    const detector = createDetector({ hourOfWeek: this.hourOfWeek });
    const kept = await this.detectors.snapshot(id, DETECTOR_VERSION);
    if (kept) detector.restore({ id, rules, peaks }, { ...kept.state, open: [] });
    else detector.configure({ id, rules, peaks });
    const stored = await this.detectors.minutes(id, from, to);
    for (const one of stored) {
      if (kept && one.minute > kept.minute) detector.fold({ topicId: id, ...one });
    }
    return detector.curve(id, from, to, bucket, stored);
  }

  private async minuteOf(spaceId: number): Promise<number> {
    const { now } = await this.spaces.find(spaceId);
    return minuteOf(now === null ? this.clock.now() : Date.parse(now));
  }
}
