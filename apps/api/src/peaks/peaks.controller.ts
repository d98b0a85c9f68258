import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  idSchema,
  parse,
  peakQuerySchema,
  peakValuesSchema,
  type PeakView,
} from '@sturmwarte/contracts';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow } from '../common/route-marker.js';
import { PeaksService } from './peaks.service.js';

@Controller('api/v1/peaks')
export class PeaksController {
  constructor(private readonly peaks: PeaksService) {}

  @Get()
  @Allow('board.see')
  list(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<PeakView[]> {
    return this.peaks.list(principal, parse(peakQuerySchema, query).space);
  }

  @Post()
  @Allow('topics.edit')
  add(@CurrentPrincipal() principal: Principal, @Body() body: unknown): Promise<PeakView> {
    return this.peaks.add(principal, parse(peakValuesSchema, body));
  }

  @Put(':id')
  @Allow('topics.edit')
  change(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<PeakView> {
    return this.peaks.change(principal, parse(idSchema, id), parse(peakValuesSchema, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('topics.edit')
  remove(@CurrentPrincipal() principal: Principal, @Param('id') id: unknown): Promise<void> {
    return this.peaks.remove(principal, parse(idSchema, id));
  }
}
