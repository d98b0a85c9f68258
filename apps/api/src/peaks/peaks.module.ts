import { Module } from '@nestjs/common';
import { PeaksController } from './peaks.controller.js';
import { PeaksService } from './peaks.service.js';

@Module({ controllers: [PeaksController], providers: [PeaksService] })
export class PeaksModule {}
