import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import {
  boardQuerySchema,
  idSchema,
  parse,
  topicCheckSchema,
  topicCreateSchema,
  topicPatchSchema,
  type TopicCheck,
  type TopicView,
} from '@sturmwarte/contracts';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow } from '../common/route-marker.js';
import { untilClosed } from '../common/until-closed.js';
import { TopicCheckService } from './topic-check.service.js';
import { TopicsService } from './topics.service.js';

@Controller('api/v1/topics')
export class TopicsController {
  constructor(
    private readonly topics: TopicsService,
    private readonly checks: TopicCheckService,
  ) {}

  @Get()
  @Allow('board.see')
  list(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<TopicView[]> {
    return this.topics.list(principal, parse(boardQuerySchema, query).space);
  }

  @Post()
  @Allow('topics.edit')
  create(@CurrentPrincipal() principal: Principal, @Body() body: unknown): Promise<TopicView> {
    return this.topics.create(principal, parse(topicCreateSchema, body));
  }

  /** Ends with its asker: a request given up stops the scan. */
  @Post('check')
  @HttpCode(200)
  @Allow('topics.edit')
  check(
    @CurrentPrincipal() principal: Principal,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TopicCheck> {
    return this.checks.check(principal, parse(topicCheckSchema, body), untilClosed(reply));
  }

  @Patch(':id')
  @Allow('topics.edit')
  change(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<TopicView> {
    return this.topics.change(principal, parse(idSchema, id), parse(topicPatchSchema, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('topics.edit')
  remove(@CurrentPrincipal() principal: Principal, @Param('id') id: unknown): Promise<void> {
    return this.topics.remove(principal, parse(idSchema, id));
  }
}
