import { Module } from '@nestjs/common';
import { BacktestController } from './backtest.controller.js';
import { BacktestService } from './backtest.service.js';
import { DraftBacktestController } from './draft-backtest.controller.js';
import { DraftPast } from './draft-past.js';
import { LabelsService } from './labels.service.js';
import { ProposalService } from './proposal.service.js';
import { TopicPast } from './topic-past.js';
import { Turnstile } from './turnstile.js';

@Module({
  controllers: [BacktestController, DraftBacktestController],
  providers: [BacktestService, DraftPast, LabelsService, ProposalService, TopicPast, Turnstile],
})
export class BacktestModule {}
