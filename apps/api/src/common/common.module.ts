import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import type { Bus } from '@sturmwarte/bus';
import type { Config } from '@sturmwarte/config';
import type { Clock } from '@sturmwarte/domain';
import type { Database } from '@sturmwarte/store';
import type { Logger } from 'pino';
import { AgreedWordings } from './agreed-wordings.js';
import { ErrorFilter } from './error.filter.js';
import { FreshProof } from './fresh-proof.js';
import { HealthIndicators } from './health-indicators.js';
import { IncidentDesk } from './incident-desk.js';
import { Metrics } from './metrics.js';
import { PlannedPeaks } from './planned-peaks.js';
import { PlaybookShelf } from './playbook-shelf.js';
import { RightsGuard } from './rights.guard.js';
import { RouteCatalog } from './route-catalog.js';
import { SessionService } from './session.service.js';
import { SourceTokens } from './source-tokens.js';
import { StandingMutes } from './standing-mutes.js';
import { BUS, CLOCK, CONFIG, CONSOLE_FOLDER, DATABASE, LOG, PLAYBOOK_FOLDER } from './tokens.js';

/** What the server is made with: opened before Nest starts, closed after it stopped. */
export interface Foundations {
  readonly config: Config;
  readonly db: Database;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Logger;
  readonly consoleFolder: string;
  readonly playbookFolder: string;
}

/** The only folder features share. */
@Module({})
export class CommonModule {
  static on(foundations: Foundations): DynamicModule {
    const { config, db, bus, clock, log, consoleFolder, playbookFolder } = foundations;
    const shared = [
      { provide: CONFIG, useValue: config },
      { provide: DATABASE, useValue: db },
      { provide: BUS, useValue: bus },
      { provide: CLOCK, useValue: clock },
      { provide: LOG, useValue: log },
      { provide: CONSOLE_FOLDER, useValue: consoleFolder },
      { provide: PLAYBOOK_FOLDER, useValue: playbookFolder },
      SessionService,
      FreshProof,
      SourceTokens,
      HealthIndicators,
      Metrics,
      PlannedPeaks,
      StandingMutes,
      PlaybookShelf,
      IncidentDesk,
      AgreedWordings,
      RouteCatalog,
    ];
    return {
      module: CommonModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        ...shared,
        { provide: APP_GUARD, useClass: RightsGuard },
        { provide: APP_FILTER, useClass: ErrorFilter },
      ],
      exports: shared.map((entry) => ('provide' in entry ? entry.provide : entry)),
    };
  }
}
