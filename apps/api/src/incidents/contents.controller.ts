import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { contentsQuerySchema, idSchema, parse, type CitedContent } from '@sturmwarte/contracts';
import { brandsWith } from '@sturmwarte/domain';
import { ContentHashes, type Database } from '@sturmwarte/store';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { SignedIn } from '../common/route-marker.js';
import { DATABASE } from '../common/tokens.js';
import { IncidentsService } from './incidents.service.js';

/** The content that entries of a journal refer to: read beside the journal, gone when it is erased. */
@Controller('api/v1/incidents')
export class ContentsController {
  private readonly contents: ContentHashes;

  constructor(
    @Inject(DATABASE) db: Database,
    private readonly incidents: IncidentsService,
  ) {
    this.contents = new ContentHashes(db);
  }

  @Get(':id/contents')
  @SignedIn()
  async cited(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Query() query: unknown,
  ): Promise<CitedContent[]> {
    const { mentions } = parse(contentsQuerySchema, query);
    const found = await this.incidents.entered(principal, parse(idSchema, id));
    const brands = brandsWith(principal.grants, 'mentions.search');
    return this.contents.cited(found.id, found.incident.spaceId, mentions, brands);
  }
}
