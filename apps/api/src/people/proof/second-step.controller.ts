import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import {
  parse,
  secondStepProofSchema,
  secondStepSchema,
  type PasskeyOptions,
  type SignInAnswer,
} from '@sturmwarte/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../common/route-marker.js';
import { CONFIG } from '../../common/tokens.js';
import { answerCookie, visitorOf } from '../visitor.js';
import { SecondStepService } from './second-step.service.js';

/** The second question at the door; only who knew the password holds its token. */
@Controller('api/v1/session/second-step')
export class SecondStepController {
  constructor(
    private readonly steps: SecondStepService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('challenge')
  @Public()
  @HttpCode(200)
  ask(@Body() body: unknown, @Req() request: FastifyRequest): Promise<PasskeyOptions> {
    const { token } = parse(secondStepSchema, body);
    return this.steps.ask(token, visitorOf(request, this.config));
  }

  @Post()
  @Public()
  async finish(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInAnswer> {
    const visitor = visitorOf(request, this.config);
    const { token, view } = await this.steps.finish(parse(secondStepProofSchema, body), visitor);
    answerCookie(reply, token, visitor);
    return view;
  }
}
