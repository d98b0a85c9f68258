import { Controller, Get, Inject, Query } from '@nestjs/common';
import { parse, sandboxQuerySchema, type SandboxPost } from '@sturmwarte/contracts';
import { brandsWith } from '@sturmwarte/domain';
import { SandboxRepository, type Database } from '@sturmwarte/store';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow } from '../common/route-marker.js';
import { DATABASE } from '../common/tokens.js';

/** What drills and replays would have published. */
@Controller('api/v1/sandbox')
export class SandboxController {
  private readonly sandbox: SandboxRepository;

  constructor(@Inject(DATABASE) db: Database) {
    this.sandbox = new SandboxRepository(db);
  }

  @Get()
  @Allow('incident.see')
  list(@CurrentPrincipal() { grants }: Principal, @Query() query: unknown): Promise<SandboxPost[]> {
    const brands = brandsWith(grants, 'incident.see');
    return this.sandbox.list(brands, parse(sandboxQuerySchema, query));
  }
}
