import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  clockSchema,
  idSchema,
  parse,
  spaceCreateSchema,
  type SpaceCreated,
} from '@sturmwarte/contracts';
import type { Space } from '@sturmwarte/domain';
import {
  CurrentPrincipal,
  CurrentSource,
  type Principal,
  type SourceRow,
} from '../common/principal.js';
import { Allow, SourceToken } from '../common/route-marker.js';
import { SpacesService } from './spaces.service.js';

@Controller('api/v1/spaces')
export class SpacesController {
  constructor(private readonly spaces: SpacesService) {}

  @Get()
  @Allow('board.see')
  list(@CurrentPrincipal() principal: Principal): Promise<Space[]> {
    return this.spaces.list(principal);
  }

  @Post()
  @Allow('drill.run')
  create(@CurrentPrincipal() principal: Principal, @Body() body: unknown): Promise<SpaceCreated> {
    return this.spaces.create(principal, parse(spaceCreateSchema, body));
  }

  @Put('clock')
  @SourceToken()
  moveClock(@CurrentSource() source: SourceRow, @Body() body: unknown): Promise<Space> {
    return this.spaces.moveClock(source, parse(clockSchema, body));
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow('drill.run')
  end(@CurrentPrincipal() principal: Principal, @Param('id') id: unknown): Promise<Space> {
    return this.spaces.end(principal, parse(idSchema, id));
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('drill.run')
  remove(@CurrentPrincipal() principal: Principal, @Param('id') id: unknown): Promise<void> {
    return this.spaces.remove(principal, parse(idSchema, id));
  }
}
