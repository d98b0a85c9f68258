import { Module } from '@nestjs/common';
import { DeliveriesController } from './deliveries.controller.js';
import { ExitTester } from './exit-tester.js';
import { ExitsController } from './exits.controller.js';
import { ExitsService } from './exits.service.js';
import { HandOverService } from './hand-over.service.js';
import { InFlight } from './in-flight.js';
import { Leave } from './leave.js';
import { PostingStopController } from './posting-stop.controller.js';
import { PostingStopService } from './posting-stop.service.js';
import { Reconciler } from './reconciler.js';
import { SandboxController } from './sandbox.controller.js';
import { Sender } from './sender.js';
import { SettleService } from './settle.service.js';
import { StopTeller } from './stop-teller.js';

@Module({
  controllers: [DeliveriesController, ExitsController, PostingStopController, SandboxController],
  providers: [
    ExitTester,
    ExitsService,
    HandOverService,
    InFlight,
    Leave,
    PostingStopService,
    Reconciler,
    Sender,
    SettleService,
    StopTeller,
  ],
})
export class PublishingModule {}
