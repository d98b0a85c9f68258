import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  agreedApproveSchema,
  agreedCreateSchema,
  agreedReturnSchema,
  agreedVersionSchema,
  agreedWithdrawSchema,
  idSchema,
  parse,
  type AgreedDetail,
  type AgreedView,
} from '@sturmwarte/contracts';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow } from '../common/route-marker.js';
import { AgreedWordingsService } from './agreed-wordings.service.js';

@Controller('api/v1/agreed-wordings')
export class AgreedWordingsController {
  constructor(private readonly wordings: AgreedWordingsService) {}

  @Get()
  @Allow('wording.see')
  list(@CurrentPrincipal() principal: Principal): Promise<AgreedView[]> {
    return this.wordings.list(principal);
  }

  @Get(':id')
  @Allow('wording.see')
  read(@CurrentPrincipal() principal: Principal, @Param('id') id: unknown): Promise<AgreedDetail> {
    return this.wordings.read(principal, parse(idSchema, id));
  }

  @Post()
  @Allow('wording.draft')
  create(@CurrentPrincipal() principal: Principal, @Body() body: unknown): Promise<AgreedView> {
    return this.wordings.create(principal, parse(agreedCreateSchema, body));
  }

  @Post(':id/versions')
  @Allow('wording.draft')
  rewrite(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<AgreedView> {
    const version = parse(agreedVersionSchema, body);
    return this.wordings.rewrite(principal, parse(idSchema, id), version);
  }

  /** Anybody who may read asks; the rule says who may, and why not. */
  @Post(':id/approve')
  @HttpCode(200)
  @Allow('wording.see')
  approve(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<AgreedView> {
    const values = parse(agreedApproveSchema, body);
    return this.wordings.approve(principal, parse(idSchema, id), values);
  }

  @Post(':id/return')
  @HttpCode(200)
  @Allow('wording.approve')
  giveBack(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<AgreedView> {
    const values = parse(agreedReturnSchema, body);
    return this.wordings.giveBack(principal, parse(idSchema, id), values);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Allow('wording.approve')
  withdraw(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<AgreedView> {
    const { reason } = parse(agreedWithdrawSchema, body);
    return this.wordings.withdraw(principal, parse(idSchema, id), reason);
  }
}
