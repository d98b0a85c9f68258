import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { CommonModule, type Foundations } from './common/common.module.js';
import { ConsoleModule } from './console/console.module.js';
import { HealthModule } from './health/health.module.js';
import { PeopleModule } from './people/people.module.js';

/** One line per feature. They know nothing of each other. */
const FEATURES: Type[] = [ConsoleModule, HealthModule, PeopleModule];

@Module({})
export class AppModule {
  static on(foundations: Foundations): DynamicModule {
    return { module: AppModule, imports: [CommonModule.on(foundations), ...FEATURES] };
  }
}
