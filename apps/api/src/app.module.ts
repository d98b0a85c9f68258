import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { AlertsModule } from './alerts/alerts.module.js';
import { ApprovalsModule } from './approvals/approvals.module.js';
import { BacktestModule } from './backtest/backtest.module.js';
import { CommonModule, type Foundations } from './common/common.module.js';
import { ConsoleModule } from './console/console.module.js';
import { DrillsModule } from './drills/drills.module.js';
import { HealthModule } from './health/health.module.js';
import { IncidentsModule } from './incidents/incidents.module.js';
import { IntakeModule } from './intake/intake.module.js';
import { LiveModule } from './live/live.module.js';
import { LookModule } from './look/look.module.js';
import { MentionsModule } from './mentions/mentions.module.js';
import { MutesModule } from './mutes/mutes.module.js';
import { PeaksModule } from './peaks/peaks.module.js';
import { PeopleModule } from './people/people.module.js';
import { PlaybooksModule } from './playbooks/playbooks.module.js';
import { PublishingModule } from './publishing/publishing.module.js';
import { SourcesModule } from './sources/sources.module.js';
import { SpacesModule } from './spaces/spaces.module.js';
import { TopicsModule } from './topics/topics.module.js';
import { WatchModule } from './watch/watch.module.js';
import { WordingModule } from './wording/wording.module.js';

/** One line per feature. They know nothing of each other. */
const FEATURES: Type[] = [
  AlertsModule,
  ApprovalsModule,
  BacktestModule,
  ConsoleModule,
  DrillsModule,
  HealthModule,
  IncidentsModule,
  IntakeModule,
  LiveModule,
  LookModule,
  MentionsModule,
  MutesModule,
  PeaksModule,
  PeopleModule,
  PlaybooksModule,
  PublishingModule,
  SourcesModule,
  SpacesModule,
  TopicsModule,
  WatchModule,
  WordingModule,
];

@Module({})
export class AppModule {
  static on(foundations: Foundations): DynamicModule {
    return { module: AppModule, imports: [CommonModule.on(foundations), ...FEATURES] };
  }
}
