// Our framework without our product: Nest on Fastify reads a body and answers. What it reaches is the ceiling of what
// we can reach with requests of one mention each.
import 'reflect-metadata';
import { Body, Controller, Get, HttpCode, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

@Controller()
class AnsweringController {
  @Get('health')
  health(): { ok: boolean } {
    return { ok: true };
  }

  @Post('api/v1/mentions')
  @HttpCode(200)
  take(@Body() body: unknown): { stored: number; duplicates: number } {
    return { stored: Array.isArray(body) ? body.length : 1, duplicates: 0 };
  }
}

@Module({ controllers: [AnsweringController] })
class AnsweringModule {}

const app = await NestFactory.create<NestFastifyApplication>(
  AnsweringModule,
  new FastifyAdapter({ bodyLimit: 10_000_000, forceCloseConnections: true }),
  { logger: ['error', 'warn'] },
);
app.enableShutdownHooks();
await app.listen(Number(process.env['PORT']), '127.0.0.1');
