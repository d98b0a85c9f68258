import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  idSchema,
  muteCreateSchema,
  muteEndSchema,
  muteExtendSchema,
  muteQuerySchema,
  parse,
  type MuteDetail,
  type MuteView,
} from '@sturmwarte/contracts';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow } from '../common/route-marker.js';
import { MutesService } from './mutes.service.js';

@Controller('api/v1/mutes')
export class MutesController {
  constructor(private readonly mutes: MutesService) {}

  @Get()
  @Allow('board.see')
  list(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<MuteView[]> {
    return this.mutes.list(principal, parse(muteQuerySchema, query));
  }

  @Get(':id')
  @Allow('board.see')
  detail(@CurrentPrincipal() principal: Principal, @Param('id') id: unknown): Promise<MuteDetail> {
    return this.mutes.detail(principal, parse(idSchema, id));
  }

  @Post()
  @Allow('mute.set')
  set(@CurrentPrincipal() principal: Principal, @Body() body: unknown): Promise<MuteView> {
    return this.mutes.set(principal, parse(muteCreateSchema, body));
  }

  @Post(':id/extend')
  @HttpCode(200)
  @Allow('mute.set')
  extend(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<MuteView> {
    const { until, reason } = parse(muteExtendSchema, body);
    return this.mutes.extend(principal, parse(idSchema, id), until, reason);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow('mute.set')
  end(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<MuteView> {
    const { reason } = parse(muteEndSchema, body ?? {});
    return this.mutes.end(principal, parse(idSchema, id), reason);
  }
}
