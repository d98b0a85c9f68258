import { Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { prepareIntakeBodies } from './intake-bodies.js';
import { IntakeController } from './intake.controller.js';
import { IntakeGateway } from './intake.gateway.js';
import { IntakeMetrics } from './intake-metrics.js';
import { IntakeService } from './intake.service.js';
import { MentionStore } from './mention-store.js';
import { RejectLog } from './reject-log.js';
import { SpaceClocks } from './space-clocks.js';
import { TopicMatchers } from './topic-matchers.js';
import { UploadController } from './upload.controller.js';

@Module({
  controllers: [IntakeController, UploadController],
  providers: [
    IntakeGateway,
    IntakeMetrics,
    IntakeService,
    MentionStore,
    RejectLog,
    SpaceClocks,
    TopicMatchers,
  ],
})
export class IntakeModule {
  /** Modules are made before the routes are: the only moment to say how their bodies are read. */
  constructor({ httpAdapter }: HttpAdapterHost) {
    prepareIntakeBodies(httpAdapter.getInstance<FastifyInstance>());
  }
}
