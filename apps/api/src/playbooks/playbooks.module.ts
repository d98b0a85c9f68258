import { Module } from '@nestjs/common';
import { PlaybooksController } from './playbooks.controller.js';
import { PlaybooksService } from './playbooks.service.js';

@Module({ controllers: [PlaybooksController], providers: [PlaybooksService] })
export class PlaybooksModule {}
