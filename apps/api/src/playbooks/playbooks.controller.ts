import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  parse,
  suggestionQuerySchema,
  type PlaybookSuggestion,
  type PlaybookView,
} from '@sturmwarte/contracts';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow } from '../common/route-marker.js';
import { PlaybooksService } from './playbooks.service.js';

@Controller('api/v1/playbooks')
export class PlaybooksController {
  constructor(private readonly playbooks: PlaybooksService) {}

  @Get()
  @Allow('board.see')
  list(): readonly PlaybookView[] {
    return this.playbooks.list();
  }

  @Get('suggestions')
  @Allow('playbook.start')
  suggestions(
    @CurrentPrincipal() principal: Principal,
    @Query() query: unknown,
  ): Promise<PlaybookSuggestion[]> {
    return this.playbooks.suggestions(principal, parse(suggestionQuerySchema, query));
  }

  /** As a run is pinned to it. */
  @Get('versions/:hash')
  @Allow('board.see')
  version(@Param('hash') hash: string): Promise<PlaybookView> {
    return this.playbooks.version(hash);
  }

  @Get(':id')
  @Allow('board.see')
  read(@Param('id') id: string): PlaybookView {
    return this.playbooks.read(id);
  }
}
