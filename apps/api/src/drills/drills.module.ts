import { Module } from '@nestjs/common';
import { SpaceFounder } from '../common/space-founder.js';
import { DrillPlayers } from './drill-players.js';
import { DrillsController } from './drills.controller.js';
import { DrillsService } from './drills.service.js';

@Module({
  controllers: [DrillsController],
  providers: [SpaceFounder, DrillPlayers, DrillsService],
  exports: [DrillsService],
})
export class DrillsModule {}
