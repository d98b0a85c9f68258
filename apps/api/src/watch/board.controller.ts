import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  boardQuerySchema,
  curveQuerySchema,
  idSchema,
  parse,
  type Board,
  type Curve,
} from '@sturmwarte/contracts';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow } from '../common/route-marker.js';
import { BoardService } from './board.service.js';
import { CurveService } from './curve.service.js';

@Controller('api/v1')
export class BoardController {
  constructor(
    private readonly boards: BoardService,
    private readonly curves: CurveService,
  ) {}

  @Get('board')
  @Allow('board.see')
  board(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<Board> {
    return this.boards.board(principal, parse(boardQuerySchema, query).space);
  }

  @Get('topics/:id/curve')
  @Allow('board.see')
  topicCurve(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Query() query: unknown,
  ): Promise<Curve> {
    return this.curves.ofTopic(principal, parse(idSchema, id), parse(curveQuerySchema, query));
  }

  @Get('alerts/:id/curve')
  @Allow('board.see')
  alertCurve(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Query() query: unknown,
  ): Promise<Curve> {
    return this.curves.ofAlert(principal, parse(idSchema, id), parse(curveQuerySchema, query));
  }
}
