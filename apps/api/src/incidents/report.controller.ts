import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { idSchema, parse, reportQuerySchema } from '@sturmwarte/contracts';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { SignedIn } from '../common/route-marker.js';
import { ReportService } from './report.service.js';

/** The situation report as one sheet of paper; whoever may enter the incident may read it. */
@Controller('api/v1/incidents/:id/report.pdf')
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  @Get()
  @SignedIn()
  async pdf(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { language } = parse(reportQuerySchema, query);
    const { name, pdf } = await this.reports.pdf(principal, parse(idSchema, id), language);
    void reply.header('content-type', 'application/pdf');
    void reply.header('content-disposition', `attachment; filename="${name}"`);
    void reply.header('content-language', language);
    return pdf;
  }
}
