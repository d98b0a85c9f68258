import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import { parse, signInSchema, type SessionView, type SignInAnswer } from '@sturmwarte/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf, CurrentPrincipal, type Principal } from '../common/principal.js';
import { Public, SignedIn } from '../common/route-marker.js';
import { CONFIG } from '../common/tokens.js';
import { OwnAccountService } from './own-account.service.js';
import { SignInService } from './sign-in.service.js';
import { answerEntered } from './answer-entered.js';
import { answerCookie, visitorOf } from './visitor.js';

@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly own: OwnAccountService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @SignedIn()
  async current(
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
  ): Promise<SessionView> {
    return this.own.session(principal, callerOf(request).csrf ?? '');
  }

  @Post()
  @Public()
  async signIn(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInAnswer> {
    const visitor = visitorOf(request, this.config);
    const entered = await this.signIns.signIn(parse(signInSchema, body), visitor);
    return answerEntered(reply, entered, visitor);
  }

  @Delete()
  @SignedIn()
  @HttpCode(204)
  async signOut(
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIns.signOut(principal);
    answerCookie(reply, null, visitorOf(request, this.config));
  }
}
