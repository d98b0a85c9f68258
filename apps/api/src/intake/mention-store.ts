import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type { Config } from '@sturmwarte/config';
import { DomainError, type Clock } from '@sturmwarte/domain';
import {
  MentionWriter,
  numberOfAuthor,
  type BatchReport,
  type CommittedBatch,
  type Database,
  type Outcome,
  type PreparedItem,
} from '@sturmwarte/store';
import type { Logger } from 'pino';
import { BUS, CLOCK, CONFIG, DATABASE, LOG } from '../common/tokens.js';
import { IntakeMetrics } from './intake-metrics.js';

const PARTITIONS_EVERY_MS = 3_600_000;
/** Commits of the last while, to say when a sender may come back. */
const RATE_WINDOW_MS = 5_000;

/** The one writer of this server: a bounded queue before it, the bus behind it. */
@Injectable()
export class MentionStore implements OnModuleInit, BeforeApplicationShutdown {
  private readonly writer: MentionWriter;
  private readonly limit: number;
  private timer: NodeJS.Timeout | undefined;
  private committed: { at: number; items: number }[] = [];

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(CONFIG) config: Config,
    @Inject(CLOCK) clock: Clock,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(LOG) private readonly log: Logger,
    private readonly metrics: IntakeMetrics,
  ) {
    this.limit = config.intakeQueueMax;
    this.writer = new MentionWriter(db.pool, {
      secret: config.secret,
      now: () => clock.now(),
      onCommit: (batches) => batches.forEach((batch) => this.tell(batch)),
      onBatch: (report) => this.note(report),
      onFault: (err) => this.log.warn({ err }, 'a batch of mentions is tried again'),
    });
    metrics.watch(() => this.writer.pending);
  }

  async onModuleInit(): Promise<void> {
    await this.writer.prepare();
    this.timer = setInterval(() => {
      this.writer
        .prepare()
        .catch((err: unknown) => this.log.error({ err }, 'no partition for tomorrow'));
    }, PARTITIONS_EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.writer.stop();
  }

  /** Is there no room for more? Streams then pause, everybody else is refused. */
  get full(): boolean {
    return this.writer.pending >= this.limit;
  }

  /** Refuses `queue-full` with the seconds after which trying again is worth while. */
  requireRoom(): void {
    if (!this.full) return;
    this.metrics.refused.inc();
    throw new DomainError('queue-full', { retryAfterSeconds: this.retryAfterSeconds() });
  }

  /** Resolves after the commit. */
  store(items: readonly PreparedItem[]): Promise<Outcome[]> {
    return this.writer.submit(items);
  }

  /** The number of the pseudonym an author has; null for an anonymous one. */
  readonly authorNumber = (sourceId: number, nativeId: string): number | null => {
    const author = this.writer.authors.of(sourceId, nativeId);
    return author === null ? null : numberOfAuthor(author.hash);
  };

  private retryAfterSeconds(): number {
    const perSecond =
      this.committed.reduce((sum, { items }) => sum + items, 0) / (RATE_WINDOW_MS / 1_000);
    const seconds = this.writer.pending / Math.max(perSecond, 1);
    return Math.min(Math.max(Math.ceil(seconds), 1), 60);
  }

  private note(report: BatchReport): void {
    const at = performance.now();
    this.committed = this.committed.filter((one) => at - one.at < RATE_WINDOW_MS);
    this.committed.push({ at, items: report.items });
    this.metrics.batch(report);
  }

  private tell({ nowMs, ...batch }: CommittedBatch): void {
    if (nowMs !== null) {
      const now = new Date(nowMs).toISOString();
      this.bus.publish('clock.moved', { spaceId: batch.spaceId, now });
    }
    this.bus.publish('mentions.accepted', batch);
  }
}
