import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { judgeClock, type Clock, type ClockDoubt } from '@sturmwarte/domain';
import { dayOf, RetentionRepository, StageRepository, type Database } from '@sturmwarte/store';
import type { Logger } from 'pino';
import { Gauge } from 'prom-client';
import { HealthIndicators } from '../common/health-indicators.js';
import { Metrics } from '../common/metrics.js';
import { CLOCK, DATABASE, LOG } from '../common/tokens.js';

/** Hour of the server's night. */
const HOUR = 3;
const CHECK_MS = 10 * 60_000;
const BATCHES_KEPT_MS = 2 * 86_400_000;

/** Erases what has expired: every night, and at the start when a night was missed; never by a clock in doubt. */
@Injectable()
export class RetentionService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly retention: RetentionRepository;
  private readonly stages: StageRepository;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private doubt: ClockDoubt | null = null;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
    indicators: HealthIndicators,
    metrics: Metrics,
  ) {
    this.retention = new RetentionRepository(db.pool);
    this.stages = new StageRepository(db.pool);
    indicators.warn('clock', () => (this.doubt === null ? null : sentenceOf(this.doubt)));
    const doubted: Gauge = new Gauge({
      name: 'sturmwarte_clock_doubted',
      help: '1 while nothing expires because the clock may be wrong',
      registers: [metrics.registry],
      collect: () => doubted.set(this.doubt === null ? 0 : 1),
    });
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.check(), CHECK_MS);
    this.timer.unref();
    void this.check();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Never rejects. */
  check(): Promise<void> {
    this.running = this.running
      .then(() => this.runIfDue())
      .catch((err: unknown) => this.log.error({ err }, 'what has expired could not be erased'));
    return this.running;
  }

  private async runIfDue(): Promise<void> {
    const now = this.clock.now();
    if (!(await this.believes(now))) return;
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

  /** What a clock that is wrong erases never comes back. */
  private async believes(now: number): Promise<boolean> {
    const { databaseMs, memory } = await this.retention.clock();
    const verdict = judgeClock(now, databaseMs, memory);
    if (verdict.memory !== null) await this.retention.rememberClock(verdict.memory);
    this.doubt = verdict.doubt;
    if (this.doubt === null) return true;
    this.log.error(this.doubt, `nothing expires: ${sentenceOf(this.doubt)}`);
    return false;
  }
}

function sentenceOf(doubt: ClockDoubt): string {
  const hours = Math.round(Math.abs(doubt.byMs) / 3_600_000);
  if (doubt.reason === 'differs') {
    const way = doubt.byMs > 0 ? 'ahead of' : 'behind';
    return `the server's clock is ${hours} hours ${way} the database's, put the wrong one right`;
  }
  const until = new Date(doubt.untilMs).toISOString();
  return `the clock is ${hours} hours ahead of when it was last seen; unless it is put back, it is believed from ${until} on`;
}
