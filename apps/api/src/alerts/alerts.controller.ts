import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  acknowledgeSchema,
  alertNoteSchema,
  alertQuerySchema,
  alertSearchSchema,
  closeAlertSchema,
  idSchema,
  parse,
  type AlertDetail,
  type AlertView,
} from '@sturmwarte/contracts';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow } from '../common/route-marker.js';
import { AlertsService } from './alerts.service.js';

@Controller('api/v1/alerts')
export class AlertsController {
  constructor(private readonly alerts: AlertsService) {}

  @Get()
  @Allow('board.see')
  list(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<AlertView[]> {
    return this.alerts.list(principal, parse(alertQuerySchema, query));
  }

  @Get('search')
  @Allow('board.see')
  search(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<AlertView[]> {
    return this.alerts.search(principal, parse(alertSearchSchema, query));
  }

  @Get(':id')
  @Allow('board.see')
  detail(@CurrentPrincipal() principal: Principal, @Param('id') id: unknown): Promise<AlertDetail> {
    return this.alerts.detail(principal, parse(idSchema, id));
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  @Allow('alert.acknowledge')
  acknowledge(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<AlertView> {
    const { note } = parse(acknowledgeSchema, body ?? {});
    return this.alerts.command(principal, parse(idSchema, id), { type: 'acknowledge', note });
  }

  @Post(':id/notes')
  @HttpCode(200)
  @Allow('alert.note')
  note(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<AlertView> {
    const { note } = parse(alertNoteSchema, body);
    return this.alerts.command(principal, parse(idSchema, id), { type: 'note', note });
  }

  @Post(':id/close')
  @HttpCode(200)
  @Allow('alert.close')
  close(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<AlertView> {
    const close = parse(closeAlertSchema, body);
    return this.alerts.command(principal, parse(idSchema, id), { type: 'close', ...close });
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Allow('alert.close')
  reopen(@CurrentPrincipal() principal: Principal, @Param('id') id: unknown): Promise<AlertView> {
    return this.alerts.command(principal, parse(idSchema, id), { type: 'reopen' });
  }
}
