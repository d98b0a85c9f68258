import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  brandAddressSchema,
  houseRuleChangeSchema,
  houseRuleCreateSchema,
  idSchema,
  parse,
  wordingCheckSchema,
  type HouseWording,
  type WordingCheck,
} from '@sturmwarte/contracts';
import type { HouseWordingRule } from '@sturmwarte/domain';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow } from '../common/route-marker.js';
import { WordingRulesService } from './wording-rules.service.js';

@Controller('api/v1/wording')
export class WordingRulesController {
  constructor(private readonly rules: WordingRulesService) {}

  @Get('rules')
  @Allow('wording.see')
  list(@CurrentPrincipal() principal: Principal): Promise<HouseWording> {
    return this.rules.list(principal);
  }

  @Post('rules')
  @Allow('wording.rules')
  create(
    @CurrentPrincipal() principal: Principal,
    @Body() body: unknown,
  ): Promise<HouseWordingRule> {
    return this.rules.create(principal, parse(houseRuleCreateSchema, body));
  }

  @Put('rules/:id')
  @Allow('wording.rules')
  change(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<HouseWordingRule> {
    return this.rules.change(principal, parse(idSchema, id), parse(houseRuleChangeSchema, body));
  }

  @Delete('rules/:id')
  @HttpCode(204)
  @Allow('wording.rules')
  remove(@CurrentPrincipal() principal: Principal, @Param('id') id: unknown): Promise<void> {
    return this.rules.remove(principal, parse(idSchema, id));
  }

  @Put('addresses/:brandId')
  @HttpCode(204)
  @Allow('wording.rules')
  setAddress(
    @CurrentPrincipal() principal: Principal,
    @Param('brandId') brandId: unknown,
    @Body() body: unknown,
  ): Promise<void> {
    const { address } = parse(brandAddressSchema, body);
    return this.rules.setAddress(principal, parse(idSchema, brandId), address);
  }

  @Post('check')
  @HttpCode(200)
  @Allow('wording.see')
  check(@CurrentPrincipal() principal: Principal, @Body() body: unknown): Promise<WordingCheck> {
    return this.rules.check(principal, parse(wordingCheckSchema, body));
  }
}
