import { Module } from '@nestjs/common';
import { SpaceFounder } from '../common/space-founder.js';
import { SpacesController } from './spaces.controller.js';
import { SpacesService } from './spaces.service.js';

@Module({ controllers: [SpacesController], providers: [SpaceFounder, SpacesService] })
export class SpacesModule {}
