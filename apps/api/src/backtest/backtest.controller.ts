import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import {
  backtestSchema,
  idSchema,
  labelCreateSchema,
  parse,
  type Backtest,
  type BacktestLabel,
  type ProposalView,
} from '@sturmwarte/contracts';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow } from '../common/route-marker.js';
import { untilClosed } from '../common/until-closed.js';
import { BacktestService } from './backtest.service.js';
import { LabelsService } from './labels.service.js';
import { ProposalService } from './proposal.service.js';

@Controller('api/v1/topics/:id')
export class BacktestController {
  constructor(
    private readonly backtests: BacktestService,
    private readonly labels: LabelsService,
    private readonly proposals: ProposalService,
  ) {}

  /** Ends with its asker while it still reads stored mentions. */
  @Post('backtest')
  @HttpCode(200)
  @Allow('topics.edit')
  backtest(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Backtest> {
    const asked = parse(backtestSchema, body);
    return this.backtests.ask(principal, parse(idSchema, id), asked, untilClosed(reply));
  }

  @Get('sensitivity-proposal')
  @Allow('topics.edit')
  proposal(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
  ): Promise<ProposalView> {
    return this.proposals.ask(principal, parse(idSchema, id));
  }

  @Post('labels')
  @Allow('topics.edit')
  label(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<BacktestLabel> {
    return this.labels.add(principal, parse(idSchema, id), parse(labelCreateSchema, body));
  }

  @Delete('labels/:labelId')
  @HttpCode(204)
  @Allow('topics.edit')
  unlabel(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Param('labelId') labelId: unknown,
  ): Promise<void> {
    return this.labels.remove(principal, parse(idSchema, id), parse(idSchema, labelId));
  }
}
