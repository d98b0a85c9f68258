import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Req,
} from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import {
  idSchema,
  inviteSchema,
  parse,
  personPatchSchema,
  type PersonView,
  type SessionRow,
} from '@sturmwarte/contracts';
import type { FastifyRequest } from 'fastify';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow } from '../common/route-marker.js';
import { CONFIG } from '../common/tokens.js';
import { AccountSessionsService } from './account-sessions.service.js';
import { FactorResetService } from './proof/factor-reset.service.js';
import { PeopleService, type WithToken } from './people.service.js';
import { linkTo, visitorOf } from './visitor.js';

interface PersonWithLink {
  readonly person: PersonView;
  /** Shown once. */
  readonly link: string;
}

@Controller('api/v1/people')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly sessions: AccountSessionsService,
    private readonly resets: FactorResetService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Allow('people.manage')
  list(): Promise<PersonView[]> {
    return this.people.list();
  }

  @Post()
  @Allow('people.manage')
  async invite(
    @CurrentPrincipal() principal: Principal,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<PersonWithLink> {
    return this.linked(await this.people.invite(principal, parse(inviteSchema, body)), request);
  }

  @Patch(':id')
  @Allow('people.manage')
  change(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<PersonView> {
    return this.people.change(principal, parse(idSchema, id), parse(personPatchSchema, body));
  }

  @Post(':id/reset-link')
  @Allow('people.manage')
  async resetLink(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<PersonWithLink> {
    return this.linked(await this.people.resetLink(principal, parse(idSchema, id)), request);
  }

  /** For whoever lost the second factors: they are gone, the password stays. */
  @Post(':id/reset-factors')
  @Allow('people.manage')
  @HttpCode(204)
  resetFactors(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<void> {
    return this.resets.reset(principal, parse(idSchema, id));
  }

  @Get(':id/sessions')
  @Allow('people.manage')
  sessionsOf(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
  ): Promise<SessionRow[]> {
    return this.sessions.list(principal, parse(idSchema, id));
  }

  @Delete(':id/sessions')
  @Allow('people.manage')
  @HttpCode(204)
  revokeAll(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<void> {
    return this.sessions.revokeAll(principal, parse(idSchema, id));
  }

  @Delete(':id/sessions/:sessionId')
  @Allow('people.manage')
  @HttpCode(204)
  revoke(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Param('sessionId') sessionId: string,
  ): Promise<void> {
    return this.sessions.revoke(principal, parse(idSchema, id), parse(idSchema, sessionId));
  }

  private linked({ person, token }: WithToken, request: FastifyRequest): PersonWithLink {
    return { person, link: linkTo(visitorOf(request, this.config), 'link', token) };
  }
}
