import { Module } from '@nestjs/common';
import { MuteDesk } from './mute-desk.js';
import { MuteTicker } from './mute-ticker.js';
import { MutesController } from './mutes.controller.js';
import { MutesService } from './mutes.service.js';

@Module({ controllers: [MutesController], providers: [MuteDesk, MuteTicker, MutesService] })
export class MutesModule {}
