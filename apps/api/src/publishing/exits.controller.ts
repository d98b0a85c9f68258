import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  exitCreateSchema,
  exitPatchSchema,
  idSchema,
  parse,
  type ExitChoice,
  type ExitMade,
  type ExitTested,
  type ExitView,
} from '@sturmwarte/contracts';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow } from '../common/route-marker.js';
import { ExitTester } from './exit-tester.js';
import { ExitsService } from './exits.service.js';

@Controller('api/v1')
export class ExitsController {
  constructor(
    private readonly exits: ExitsService,
    private readonly tester: ExitTester,
  ) {}

  /** What a publication of this brand may be given to. */
  @Get('brands/:id/exits')
  @Allow('incident.see')
  choices(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
  ): Promise<ExitChoice[]> {
    return this.exits.choices(principal, parse(idSchema, id));
  }

  @Post('brands/:id/exits')
  @Allow('exits.manage')
  create(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<ExitMade> {
    return this.exits.create(principal, parse(idSchema, id), parse(exitCreateSchema, body));
  }

  @Get('exits')
  @Allow('exits.manage')
  list(@CurrentPrincipal() principal: Principal): Promise<ExitView[]> {
    return this.exits.list(principal);
  }

  @Patch('exits/:id')
  @Allow('exits.manage')
  change(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<ExitView> {
    return this.exits.change(principal, parse(idSchema, id), parse(exitPatchSchema, body));
  }

  /** A new signing secret, shown once; the one before signs beside it for a day. */
  @Post('exits/:id/secret')
  @Allow('exits.manage')
  renewSecret(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
  ): Promise<ExitMade> {
    return this.exits.renewSecret(principal, parse(idSchema, id));
  }

  @Post('exits/:id/test')
  @HttpCode(200)
  @Allow('exits.manage')
  test(@CurrentPrincipal() principal: Principal, @Param('id') id: unknown): Promise<ExitTested> {
    return this.tester.test(principal, parse(idSchema, id));
  }
}
