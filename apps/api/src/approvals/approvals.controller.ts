import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  approvalsQuerySchema,
  parse,
  readingSchema,
  type ApprovalsView,
} from '@sturmwarte/contracts';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { SignedIn } from '../common/route-marker.js';
import { ApprovalsService } from './approvals.service.js';

/** What waits for a yes. Saying it is a command of the incident. */
@Controller('api/v1/approvals')
export class ApprovalsController {
  constructor(private readonly approvals: ApprovalsService) {}

  @Get()
  @SignedIn()
  list(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<ApprovalsView> {
    return this.approvals.list(principal, parse(approvalsQuerySchema, query).space);
  }

  @Post('readings')
  @HttpCode(204)
  @SignedIn()
  read(@CurrentPrincipal() principal: Principal, @Body() body: unknown): Promise<void> {
    return this.approvals.read(principal, parse(readingSchema, body));
  }
}
