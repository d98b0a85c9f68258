import { Module } from '@nestjs/common';
import { AlertRaiser } from './alert-raiser.js';
import { BoardController } from './board.controller.js';
import { BoardService } from './board.service.js';
import { CurveService } from './curve.service.js';
import { EvidenceService } from './evidence.service.js';
import { SilenceService } from './silence.service.js';
import { WatchMetrics } from './watch-metrics.js';
import { WatchService } from './watch.service.js';

@Module({
  controllers: [BoardController],
  providers: [
    AlertRaiser,
    BoardService,
    CurveService,
    EvidenceService,
    SilenceService,
    WatchMetrics,
    WatchService,
  ],
})
export class WatchModule {}
