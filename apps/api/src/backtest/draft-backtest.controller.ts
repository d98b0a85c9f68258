import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { draftBacktestSchema, parse, type Backtest } from '@sturmwarte/contracts';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow } from '../common/route-marker.js';
import { untilClosed } from '../common/until-closed.js';
import { BacktestService } from './backtest.service.js';

/** Before a topic is saved: what it would have alarmed. */
@Controller('api/v1/topics')
export class DraftBacktestController {
  constructor(private readonly backtests: BacktestService) {}

  @Post('backtest')
  @HttpCode(200)
  @Allow('topics.edit')
  backtest(
    @CurrentPrincipal() principal: Principal,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Backtest> {
    const asked = parse(draftBacktestSchema, body);
    return this.backtests.askDraft(principal, asked, untilClosed(reply));
  }
}
