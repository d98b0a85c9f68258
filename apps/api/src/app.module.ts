import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { CommonModule, type Foundations } from './common/common.module.js';
import { ConsoleModule } from './console/console.module.js';
import { DrillsModule } from './drills/drills.module.js';
import { HealthModule } from './health/health.module.js';
import { IntakeModule } from './intake/intake.module.js';
import { LiveModule } from './live/live.module.js';
import { PeopleModule } from './people/people.module.js';
import { SourcesModule } from './sources/sources.module.js';
import { SpacesModule } from './spaces/spaces.module.js';
import { WatchModule } from './watch/watch.module.js';

/** One line per feature. They know nothing of each other. */
const FEATURES: Type[] = [
  ConsoleModule,
  DrillsModule,
  HealthModule,
  IntakeModule,
  LiveModule,
  PeopleModule,
  SourcesModule,
  SpacesModule,
  WatchModule,
];

@Module({})
export class AppModule {
  static on(foundations: Foundations): DynamicModule {
    return { module: AppModule, imports: [CommonModule.on(foundations), ...FEATURES] };
  }
}
