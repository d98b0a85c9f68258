import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import { mergeAuthors, StageRepository, type Database } from '@sturmwarte/store';
import type { Logger } from 'pino';
import { Gauge } from 'prom-client';
import type { Subscription } from 'rxjs';
import { Metrics } from '../common/metrics.js';
import { BUS, DATABASE, LOG } from '../common/tokens.js';
import { Breather } from './breather.js';
import { SearchIndexStage } from './search-index.stage.js';
import { SecondLookStage } from './second-look.stage.js';
import { StageRunner, type Stage } from './stage-runner.js';

const MERGE_MS = 5_000;
/** Words may be found a little later: half of the time is the most the index takes. */
const INDEX_RESTS = 1;

/** Everything that follows the commit of a mention without holding it up. */
@Injectable()
export class LookService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly runners: { readonly name: string; readonly runner: StageRunner }[];
  private readonly breather = new Breather();
  private subscription: Subscription | undefined;
  private timer: NodeJS.Timeout | undefined;
  private merging: Promise<void> | null = null;
  private stopping = false;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(LOG) private readonly log: Logger,
    { registry }: Metrics,
  ) {
    const stages = new StageRepository(db.pool);
    const all: Stage[] = [
      new SecondLookStage(db, stages, bus, this.breather),
      new SearchIndexStage(stages, new Breather(INDEX_RESTS)),
    ];
    this.runners = all.map((stage) => ({
      name: stage.name,
      runner: new StageRunner(stage, stages, log),
    }));
    const lag: Gauge<'stage'> = new Gauge({
      name: 'sturmwarte_stage_lag_seconds',
      help: 'Since the commit of the oldest batch that waits for this stage',
      labelNames: ['stage'] as const,
      registers: [registry],
      collect: () =>
        this.runners.forEach(({ name, runner }) => lag.set({ stage: name }, runner.lagSeconds())),
    });
  }

  onApplicationBootstrap(): void {
    this.subscription = this.bus.on('mentions.accepted').subscribe(() => {
      this.runners.forEach(({ runner }) => runner.nudge());
    });
    this.runners.forEach(({ runner }) => runner.start());
    this.timer = setInterval(() => this.merge(), MERGE_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.subscription?.unsubscribe();
    clearInterval(this.timer);
    this.stopping = true;
    await Promise.all([this.merging, ...this.runners.map(({ runner }) => runner.stop())]);
  }

  /** Clear names go where they belong, a piece at a time. */
  private merge(): void {
    if (this.merging !== null) return;
    this.merging = this.mergeAll()
      .catch((err: unknown) => this.log.warn({ err }, 'authors could not be merged'))
      .finally(() => (this.merging = null));
  }

  private async mergeAll(): Promise<void> {
    for (let more = true; more && !this.stopping;) {
      const started = performance.now();
      more = await mergeAuthors(this.db.pool);
      if (more) await this.breather.rest(performance.now() - started);
    }
  }
}
