import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  entriesQuerySchema,
  idSchema,
  incidentCommandSchema,
  incidentQuerySchema,
  incidentSearchSchema,
  mergeIncidentSchema,
  openIncidentSchema,
  parse,
  splitIncidentSchema,
  type CommandAnswer,
  type IncidentDetail,
  type IncidentHit,
  type IncidentView,
  type JournalExport,
} from '@sturmwarte/contracts';
import type { JournalEntry } from '@sturmwarte/domain';
import { sealOf } from '@sturmwarte/store';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { Allow, SignedIn } from '../common/route-marker.js';
import { IncidentBorders } from './incident-borders.js';
import { IncidentsService } from './incidents.service.js';

/** Who may enter an incident is the incident's own question (`mayEnter`): specialists come in by their seat. */
@Controller('api/v1/incidents')
export class IncidentsController {
  constructor(
    private readonly incidents: IncidentsService,
    private readonly borders: IncidentBorders,
  ) {}

  @Get()
  @SignedIn()
  list(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<IncidentView[]> {
    return this.incidents.list(principal, parse(incidentQuerySchema, query));
  }

  @Get('search')
  @SignedIn()
  search(
    @CurrentPrincipal() principal: Principal,
    @Query() query: unknown,
  ): Promise<IncidentHit[]> {
    const { words, limit } = parse(incidentSearchSchema, query);
    return this.incidents.search(principal, words, limit);
  }

  @Get(':id')
  @SignedIn()
  detail(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
  ): Promise<IncidentDetail> {
    return this.incidents.detail(principal, parse(idSchema, id));
  }

  @Get(':id/entries')
  @SignedIn()
  entries(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Query() query: unknown,
  ): Promise<JournalEntry[]> {
    return this.incidents.entries(principal, parse(idSchema, id), parse(entriesQuerySchema, query));
  }

  @Post()
  @Allow('incident.open')
  open(@CurrentPrincipal() principal: Principal, @Body() body: unknown): Promise<IncidentView> {
    return this.incidents.open(principal, parse(openIncidentSchema, body));
  }

  @Post(':id/commands')
  @HttpCode(200)
  @SignedIn()
  command(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<CommandAnswer> {
    return this.incidents.command(
      principal,
      parse(idSchema, id),
      parse(incidentCommandSchema, body),
    );
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Allow('incident.steer')
  async merge(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<IncidentView> {
    const { into, reason } = parse(mergeIncidentSchema, body);
    await this.borders.merge(principal, parse(idSchema, id), into, reason);
    return this.incidents.detail(principal, into);
  }

  @Post(':id/split')
  @HttpCode(200)
  @Allow('incident.steer')
  async split(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Body() body: unknown,
  ): Promise<IncidentView> {
    const asked = parse(splitIncidentSchema, body);
    const bornId = await this.borders.split(principal, parse(idSchema, id), asked);
    return this.incidents.detail(principal, bornId);
  }

  /** The whole journal as NDJSON, for `npm run journal:verify`, which needs no server. */
  @Get(':id/journal')
  @Allow('incident.export')
  async journal(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const found = await this.incidents.exported(principal, parse(idSchema, id));
    const { incident, head } = found;
    const first: Omit<JournalExport, 'seal'> = {
      format: 'sturmwarte-journal',
      version: 1,
      incident: String(found.id),
      number: incident.number,
      title: incident.title,
      exportedAt: new Date().toISOString(),
      head,
    };
    void reply.header('content-type', 'application/x-ndjson; charset=utf-8');
    void reply.header('content-disposition', `attachment; filename="${incident.number}.ndjson"`);
    return Readable.from(
      linesOf({ ...first, seal: sealOf(first) }, this.incidents.allEntries(found.id, head.seq)),
    );
  }
}

async function* linesOf(
  first: JournalExport,
  entries: AsyncIterable<JournalEntry>,
): AsyncGenerator<string> {
  yield `${JSON.stringify(first)}\n`;
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}
