import { Body, Controller, Post } from '@nestjs/common';
import { demoSchema, parse } from '@sturmwarte/contracts';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow } from '../common/route-marker.js';
import { DrillsService, type DrillStarted } from './drills.service.js';

@Controller('api/v1/drills')
export class DrillsController {
  constructor(private readonly drills: DrillsService) {}

  @Post('demo')
  @Allow('drill.run')
  demo(@CurrentPrincipal() principal: Principal, @Body() body: unknown): Promise<DrillStarted> {
    return this.drills.startDemo(principal, parse(demoSchema, body).brandId);
  }
}
