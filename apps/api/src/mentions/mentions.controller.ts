import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  bigIdSchema,
  mentionQuerySchema,
  parse,
  type MentionPage,
  type MentionView,
} from '@sturmwarte/contracts';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow } from '../common/route-marker.js';
import { MentionsService } from './mentions.service.js';

@Controller('api/v1/mentions')
export class MentionsController {
  constructor(private readonly mentions: MentionsService) {}

  @Get()
  @Allow('mentions.search')
  page(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<MentionPage> {
    return this.mentions.page(principal, parse(mentionQuerySchema, query));
  }

  @Get(':id')
  @Allow('mentions.search')
  find(@CurrentPrincipal() principal: Principal, @Param('id') id: unknown): Promise<MentionView> {
    return this.mentions.find(principal, parse(bigIdSchema, id));
  }
}
