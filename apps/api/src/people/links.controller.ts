import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import { parse, useLinkSchema, type LinkView, type SignInAnswer } from '@sturmwarte/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../common/route-marker.js';
import { CONFIG } from '../common/tokens.js';
import { answerEntered } from './answer-entered.js';
import { LinkService } from './link.service.js';
import { visitorOf } from './visitor.js';

@Controller('api/v1/links')
export class LinksController {
  constructor(
    private readonly links: LinkService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':token')
  @Public()
  look(@Param('token') token: string): Promise<LinkView> {
    return this.links.look(token);
  }

  @Post(':token')
  @Public()
  async use(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInAnswer> {
    const visitor = visitorOf(request, this.config);
    const { password } = parse(useLinkSchema, body);
    return answerEntered(reply, await this.links.use(token, password, visitor), visitor);
  }
}
