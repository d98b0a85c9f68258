import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Req } from '@nestjs/common';
import {
  idSchema,
  mePatchSchema,
  parse,
  type PersonView,
  type SessionRow,
} from '@sturmwarte/contracts';
import type { FastifyRequest } from 'fastify';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { SignedIn } from '../common/route-marker.js';
import { AccountSessionsService } from './account-sessions.service.js';
import { OwnAccountService } from './own-account.service.js';

@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly own: OwnAccountService,
    private readonly sessions: AccountSessionsService,
  ) {}

  @Get()
  @SignedIn()
  me(@CurrentPrincipal() principal: Principal): Promise<PersonView> {
    return this.own.find(principal);
  }

  @Patch()
  @SignedIn()
  change(
    @CurrentPrincipal() principal: Principal,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<PersonView> {
    return this.own.change(principal, parse(mePatchSchema, body), request.ip);
  }

  @Get('sessions')
  @SignedIn()
  mine(@CurrentPrincipal() principal: Principal): Promise<SessionRow[]> {
    return this.sessions.list(principal, principal.personId);
  }

  /** Every other one. */
  @Delete('sessions')
  @SignedIn()
  @HttpCode(204)
  revokeOthers(@CurrentPrincipal() principal: Principal): Promise<void> {
    return this.sessions.revokeAll(principal, principal.personId);
  }

  @Delete('sessions/:id')
  @SignedIn()
  @HttpCode(204)
  revoke(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<void> {
    return this.sessions.revoke(principal, principal.personId, parse(idSchema, id));
  }
}
