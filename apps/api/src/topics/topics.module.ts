import { Module } from '@nestjs/common';
import { TopicsController } from './topics.controller.js';
import { TopicsService } from './topics.service.js';
import { TopicCheckService } from './topic-check.service.js';

@Module({ controllers: [TopicsController], providers: [TopicsService, TopicCheckService] })
export class TopicsModule {}
