import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Clock } from '@sturmwarte/domain';
import { dayOf, RetentionRepository, StageRepository, type Database } from '@sturmwarte/store';
import type { Logger } from 'pino';
import { CLOCK, DATABASE, LOG } from '../common/tokens.js';

/** Hour of the server's night. */
const HOUR = 3;
const CHECK_MS = 10 * 60_000;
const BATCHES_KEPT_MS = 2 * 86_400_000;

/** Erases what has expired: every night, and at the start when a night was missed. */
@Injectable()
export class RetentionService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly retention: RetentionRepository;
  private readonly stages: StageRepository;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.retention = new RetentionRepository(db.pool);
    this.stages = new StageRepository(db.pool);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.check(), CHECK_MS);
    this.timer.unref();
    this.check();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private check(): void {
    this.running = this.running
      .then(() => this.runIfDue())
      .catch((err: unknown) => this.log.error({ err }, 'what has expired could not be erased'));
  }

  private async runIfDue(): Promise<void> {
    const now = this.clock.now();
    const today = dayOf(now);
    const last = await this.retention.lastRun();
    const missed = last === null || last < today - 1;
    const night = new Date(now).getHours() >= HOUR && last !== today;
    if (!missed && !night) return;
    const report = await this.retention.run(now);
    if (report === null) return;
    await this.stages.forgetBatches(
      ['second-look', 'search-index'],
      new Date(now - BATCHES_KEPT_MS),
    );
    this.log.info(report, 'expired mentions erased');
  }
}
