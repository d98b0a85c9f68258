import { Module } from '@nestjs/common';
import { ExitTester } from './exit-tester.js';
import { ExitsController } from './exits.controller.js';
import { ExitsService } from './exits.service.js';
import { Leave } from './leave.js';
import { SandboxController } from './sandbox.controller.js';

@Module({
  controllers: [ExitsController, SandboxController],
  providers: [ExitTester, ExitsService, Leave],
})
export class PublishingModule {}
