import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import { parse, setupSchema, type SessionView } from '@sturmwarte/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../common/route-marker.js';
import { CONFIG } from '../common/tokens.js';
import { SetupService } from './setup.service.js';
import { answerCookie, visitorOf } from './visitor.js';

@Controller('api/v1/setup')
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Public()
  async state(): Promise<{ readonly open: boolean }> {
    return { open: await this.setup.isOpen() };
  }

  @Post()
  @Public()
  async setUp(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const visitor = visitorOf(request, this.config);
    const { token, view } = await this.setup.setUp(parse(setupSchema, body), visitor);
    answerCookie(reply, token, visitor);
    return view;
  }
}
