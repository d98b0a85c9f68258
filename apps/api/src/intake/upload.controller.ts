import { Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { idSchema, parse, type IntakeReceipt } from '@sturmwarte/contracts';
import { DomainError } from '@sturmwarte/domain';
import { SourceRepository, type Database } from '@sturmwarte/store';
import type { FastifyRequest } from 'fastify';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { Allow } from '../common/route-marker.js';
import { DATABASE } from '../common/tokens.js';
import { bodyType } from './intake-bodies.js';
import { IntakeService } from './intake.service.js';

/** A file from the console, played into a source by a person. */
@Controller('api/v1/sources')
export class UploadController {
  private readonly sources: SourceRepository;

  constructor(
    @Inject(DATABASE) db: Database,
    private readonly intake: IntakeService,
  ) {
    this.sources = new SourceRepository(db);
  }

  /** The whole file (`text/csv` or `application/x-ndjson`); answers once, at its end. */
  @Post(':id/upload')
  @HttpCode(200)
  @Allow('mentions.upload')
  async upload(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Req() request: FastifyRequest,
  ): Promise<IntakeReceipt> {
    const source = await this.sources.find(parse(idSchema, id));
    requireRight(principal, 'mentions.upload', source.brandId);
    if (!source.active) throw new DomainError('source-paused', { source: source.name });
    const body = request.body as AsyncIterable<Buffer>;
    const type = bodyType(request, ['text/csv', 'application/x-ndjson']);
    if (type === 'text/csv') return this.intake.takeCsv(body, source);
    return this.intake.takeNdjson(body, this.intake.run(source));
  }
}
