import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import { StageRepository, type Database } from '@sturmwarte/store';
import type { Logger } from 'pino';
import { Gauge } from 'prom-client';
import type { Subscription } from 'rxjs';
import { Metrics } from '../common/metrics.js';
import { BUS, DATABASE, LOG } from '../common/tokens.js';
import { Breather } from './breather.js';
import { SearchIndexStage } from './search-index.stage.js';
import { SecondLookStage } from './second-look.stage.js';
import { StageRunner, type Stage } from './stage-runner.js';

/** Everything that follows the commit of a mention without holding it up. */
@Injectable()
export class LookService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly runners: { readonly name: string; readonly runner: StageRunner }[];
  private readonly breather = new Breather();
  private subscription: Subscription | undefined;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(LOG) log: Logger,
    { registry }: Metrics,
  ) {
    const stages = new StageRepository(db.pool);
    const all: Stage[] = [
      new SecondLookStage(db, stages, bus, this.breather),
      new SearchIndexStage(stages, this.breather),
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
    this.subscription = this.bus.on('mentions.accepted').subscribe(({ firstId, lastId }) => {
      const count = firstId === null || lastId === null ? 0 : Number(lastId) - Number(firstId) + 1;
      this.breather.arrived(count);
      this.runners.forEach(({ runner }) => runner.nudge());
    });
    this.runners.forEach(({ runner }) => runner.start());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.subscription?.unsubscribe();
    await Promise.all(this.runners.map(({ runner }) => runner.stop()));
  }
}
