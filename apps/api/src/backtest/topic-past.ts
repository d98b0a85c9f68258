import { Inject, Injectable } from '@nestjs/common';
import { hourOfWeekIn } from '@sturmwarte/clock';
import type { Config } from '@sturmwarte/config';
import type { BacktestLabel } from '@sturmwarte/contracts';
import type { PastMinute } from '@sturmwarte/detect';
import {
  DomainError,
  MINUTE_MS,
  minuteOf,
  type Clock,
  type EvidencePeak,
  type Topic,
} from '@sturmwarte/domain';
import {
  DetectorRepository,
  SpaceRepository,
  TopicLabelRepository,
  TopicRepository,
  type Database,
} from '@sturmwarte/store';
import { PlannedPeaks } from '../common/planned-peaks.js';
import type { Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { CLOCK, CONFIG, DATABASE } from '../common/tokens.js';
import { labelViews } from './backtest-labels.js';
import { draftPages, type DraftCounts } from './draft-past.js';
import { runHistory, type History, type HistoryRun, type Setting } from './history-run.js';

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;
/** Before the time shown, as the live watch learns from the record. */
const LEARNING_MINUTES = 4 * WEEK_MINUTES;
/** Read at once: few enough that nobody waits while they are unpacked. */
const PAGE_MINUTES = 3 * DAY_MINUTES;

/** Whose past it is; a topic that is not saved has the id 0. */
export type Subject = Pick<Topic, 'id' | 'brandId' | 'spaceId'>;

/** A time of a topic, in minutes since the epoch: `to` is the first minute that is not over. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is stored of a topic's past: counts, and what people said of them. */
@Injectable()
export class TopicPast {
  private readonly topics: TopicRepository;
  private readonly spaces: SpaceRepository;
  private readonly counts: DetectorRepository;
  private readonly labels: TopicLabelRepository;
  private readonly hourOfWeek: (minute: number) => number;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) { timeZone }: Config,
    private readonly peaks: PlannedPeaks,
  ) {
    this.topics = new TopicRepository(db);
    this.spaces = new SpaceRepository(db);
    this.counts = new DetectorRepository(db);
    this.labels = new TopicLabelRepository(db);
    this.hourOfWeek = hourOfWeekIn(timeZone);
  }

  async topicFor(principal: Principal, id: number): Promise<Topic> {
    const topic = await this.topics.find(id);
    requireRight(principal, 'topics.edit', topic.brandId);
    return topic;
  }

  /** The weeks up to now, by the clock of the topic's space. */
  async span({ spaceId }: Pick<Topic, 'spaceId'>, weeks: number): Promise<Span> {
    const { now } = await this.spaces.find(spaceId);
    const to = minuteOf(now === null ? this.clock.now() : Date.parse(now));
    return { from: to - weeks * WEEK_MINUTES, to };
  }

  firstMinute(topicId: number, { from }: Span): Promise<number | null> {
    return this.counts.firstMinute(topicId, from - LEARNING_MINUTES);
  }

  async spaceFor(principal: Principal, brandId: number, spaceId: number): Promise<void> {
    requireRight(principal, 'topics.edit', brandId);
    const space = await this.spaces.find(spaceId);
    if (space.brandId !== null && space.brandId !== brandId) {
      throw new DomainError('not-found', { what: 'space', id: spaceId });
    }
  }

  async labelsOf(topicId: number, { from, to }: Span): Promise<BacktestLabel[]> {
    const [first, last] = [new Date(from * MINUTE_MS), new Date(to * MINUTE_MS)];
    const stored = await this.labels.list(topicId, first, last);
    const alerts = await this.labels.alerts(topicId, first, last);
    return labelViews(stored, alerts, last.getTime());
  }

  peaksWithin(subject: Subject, { from, to }: Span): EvidencePeak[] {
    return this.peaks.within(subject, from * MINUTE_MS, to * MINUTE_MS);
  }

  /** Where the detector begins to learn. */
  learningFrom({ from }: Span): number {
    return from - LEARNING_MINUTES;
  }

  /** Plays what was counted, with the peaks planned in it; `see` is shown every minute of it. */
  run(
    topic: Subject,
    span: Span,
    settings: readonly Setting[],
    see: (one: PastMinute) => void = () => undefined,
  ): Promise<HistoryRun> {
    return this.play(topic, { pages: this.pages(topic.id, span, see), to: span.to }, settings);
  }

  /** Plays what a query that was not saved would have counted. */
  runDraft(
    subject: Subject,
    counts: DraftCounts,
    query: string,
    settings: readonly Setting[],
    see: (one: PastMinute) => void,
  ): Promise<HistoryRun> {
    const { since, span } = counts;
    const pages = draftPages(counts, query, PAGE_MINUTES, see);
    const begun = since === null ? {} : { since };
    return this.play(subject, { pages, ...begun, to: span.to }, settings);
  }

  private play(
    subject: Subject,
    history: History,
    settings: readonly Setting[],
  ): Promise<HistoryRun> {
    const peaks = this.peaks.of(subject);
    const planned = settings.map((setting) => ({ ...setting, peaks }));
    return runHistory(history, planned, { hourOfWeek: this.hourOfWeek });
  }

  private async *pages(
    topicId: number,
    { from, to }: Span,
    see: (one: PastMinute) => void,
  ): AsyncGenerator<readonly PastMinute[]> {
    const heard = await this.counts.voices(topicId, from - LEARNING_MINUTES, to);
    for (let start = from - LEARNING_MINUTES; start < to; start += PAGE_MINUTES) {
      const page = await this.counts.minutes(topicId, start, Math.min(start + PAGE_MINUTES, to));
      page.forEach(see);
      yield page.map((one) => ({ ...one, ...heard.at(one.minute) }));
    }
  }
}
