import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import {
  boardQuerySchema,
  idSchema,
  parse,
  sourceCreateSchema,
  sourcePatchSchema,
  type RejectRow,
  type SourceView,
  type TokenView,
} from '@sturmwarte/contracts';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow } from '../common/route-marker.js';
import { SourcesService, type TokenMade } from './sources.service.js';

@Controller('api/v1/sources')
export class SourcesController {
  constructor(private readonly sources: SourcesService) {}

  @Get()
  @Allow('board.see')
  list(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<SourceView[]> {
    return this.sources.list(principal, parse(boardQuerySchema, query).space);
  }

  @Post()
  @Allow('sources.manage')
  create(
    @CurrentPrincipal() principal: Principal,
    @Body() body: unknown,
  ): Promise<{ source: SourceView; token: string }> {
    return this.sources.create(principal, parse(sourceCreateSchema, body));
  }

  @Patch(':id')
  @Allow('sources.manage')
  change(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<SourceView> {
    return this.sources.change(principal, parse(idSchema, id), parse(sourcePatchSchema, body));
  }

  /** Answers the token once. */
  @Post(':id/tokens')
  @Allow('sources.manage')
  addToken(@CurrentPrincipal() principal: Principal, @Param('id') id: unknown): Promise<TokenMade> {
    return this.sources.addToken(principal, parse(idSchema, id));
  }

  @Delete(':id/tokens/:tokenId')
  @Allow('sources.manage')
  revokeToken(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Param('tokenId') tokenId: unknown,
  ): Promise<TokenView> {
    return this.sources.revokeToken(principal, parse(idSchema, id), parse(idSchema, tokenId));
  }

  @Get(':id/rejects')
  @Allow('sources.manage')
  rejects(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
  ): Promise<RejectRow[]> {
    return this.sources.rejects(principal, parse(idSchema, id));
  }
}
