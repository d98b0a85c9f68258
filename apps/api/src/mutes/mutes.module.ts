import { Module } from '@nestjs/common';
import { LoudMutes } from './loud-mutes.js';
import { MuteDesk } from './mute-desk.js';
import { MuteTicker } from './mute-ticker.js';
import { MutesController } from './mutes.controller.js';
import { MuteSubjects } from './mute-subjects.js';
import { MuteViews } from './mute-views.js';
import { MutesService } from './mutes.service.js';

@Module({
  controllers: [MutesController],
  providers: [LoudMutes, MuteDesk, MuteSubjects, MuteTicker, MutesService, MuteViews],
})
export class MutesModule {}
