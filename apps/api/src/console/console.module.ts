import fastifyStatic from '@fastify/static';
import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConsoleController } from './console.controller.js';
import { ConsoleService } from './console.service.js';

@Module({ controllers: [ConsoleController], providers: [ConsoleService] })
export class ConsoleModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** Only `reply.sendFile`: which addresses exist is decided by the controller. */
  async onModuleInit(): Promise<void> {
    const adapter = this.host.httpAdapter as ReturnType<NestFastifyApplication['getHttpAdapter']>;
    await adapter.getInstance().register(fastifyStatic, {
      serve: false,
      preCompressed: true,
    });
  }
}
