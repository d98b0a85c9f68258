import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  idSchema,
  parse,
  postingStopSchema,
  type PostingStatus,
  type PostingStopped,
} from '@sturmwarte/contracts';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow } from '../common/route-marker.js';
import { PostingStopService } from './posting-stop.service.js';

@Controller('api/v1/brands/:id/posting-stop')
export class PostingStopController {
  constructor(private readonly stops: PostingStopService) {}

  @Get()
  @Allow('incident.see')
  status(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
  ): Promise<PostingStatus> {
    return this.stops.status(principal, parse(idSchema, id));
  }

  /** Answers when nothing of the brand can leave any more. */
  @Post()
  @HttpCode(200)
  @Allow('posting.stop')
  stop(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<PostingStopped> {
    const { reason } = parse(postingStopSchema, body);
    return this.stops.stop(principal, parse(idSchema, id), reason);
  }

  @Post('lift')
  @HttpCode(200)
  @Allow('posting.resume')
  lift(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<PostingStatus> {
    const { reason } = parse(postingStopSchema, body);
    return this.stops.lift(principal, parse(idSchema, id), reason);
  }
}
