import { Controller, Get, Inject, Query } from '@nestjs/common';
import { auditQuerySchema, parse, type AuditRow } from '@sturmwarte/contracts';
import { AuditRepository, type Database } from '@sturmwarte/store';
import { Allow } from '../common/route-marker.js';
import { DATABASE } from '../common/tokens.js';

@Controller('api/v1/audit')
export class AuditController {
  private readonly audit: AuditRepository;

  constructor(@Inject(DATABASE) db: Database) {
    this.audit = new AuditRepository(db);
  }

  @Get()
  @Allow('audit.see')
  list(@Query() query: unknown): Promise<AuditRow[]> {
    const { limit, before } = parse(auditQuerySchema, query);
    return this.audit.list(limit, before);
  }
}
