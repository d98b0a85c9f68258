import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ATTACHMENT_BYTES,
  attachmentQuerySchema,
  eraseAttachmentSchema,
  idSchema,
  parse,
  type CommandAnswer,
} from '@sturmwarte/contracts';
import { decideIncident, DomainError } from '@sturmwarte/domain';
import { AttachmentRepository } from '@sturmwarte/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentPrincipal, type Principal } from '../common/principal.js';
import { SignedIn } from '../common/route-marker.js';
import { actorOf, IncidentDesk } from '../common/incident-desk.js';
import { IncidentsService } from './incidents.service.js';

const UUID = /^[0-9a-f-]{36}$/;

/** Files of an incident. They are handed out as downloads of no type a browser would run. */
@Controller('api/v1/incidents/:id/attachments')
export class AttachmentsController {
  private readonly attachments: AttachmentRepository;

  constructor(
    private readonly desk: IncidentDesk,
    private readonly incidents: IncidentsService,
  ) {
    this.attachments = new AttachmentRepository(desk.db);
  }

  @Post()
  @SignedIn()
  async add(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<CommandAnswer> {
    const incidentId = parse(idSchema, id);
    const { name, note } = parse(attachmentQuerySchema, query);
    await this.incidents.entered(principal, incidentId);
    const content = request.body;
    if (!Buffer.isBuffer(content)) {
      throw new DomainError('content-type', { wanted: 'application/octet-stream' });
    }
    if (content.length > ATTACHMENT_BYTES) {
      throw new DomainError('body-too-large', { max: ATTACHMENT_BYTES });
    }
    const mediaType = 'application/octet-stream';
    const actor = actorOf(principal);
    const recorded = await this.desk.change(incidentId, actor, async ({ incident }, around, tx) => {
      const attachment = await this.attachments.keep(tx, { incidentId, name, mediaType, content });
      const context = { ...around, actor, seen: incident.version };
      return decideIncident(incident, { type: 'attach', attachment, note: note ?? null }, context);
    });
    return { incidentId, entries: recorded?.entries ?? [] };
  }

  /** The journal keeps the file's name and hash, who erased it and why; the content and its salt are gone. */
  @Post(':attachment/erase')
  @HttpCode(200)
  @SignedIn()
  async erase(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Param('attachment') attachment: string,
    @Body() body: unknown,
  ): Promise<CommandAnswer> {
    const incidentId = parse(idSchema, id);
    const { reason } = parse(eraseAttachmentSchema, body);
    await this.incidents.entered(principal, incidentId);
    const actor = actorOf(principal);
    const recorded = await this.desk.change(incidentId, actor, async ({ incident }, around, tx) => {
      const command = { type: 'erase-attachment', attachment, reason } as const;
      const context = { ...around, actor, seen: incident.version };
      const events = decideIncident(incident, command, context);
      await this.attachments.erase(tx, incidentId, attachment, {
        at: around.at,
        by: actor.id,
        reason,
      });
      return events;
    });
    return { incidentId, entries: recorded?.entries ?? [] };
  }

  @Get(':attachment')
  @SignedIn()
  async read(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: unknown,
    @Param('attachment') attachment: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const incidentId = parse(idSchema, id);
    await this.incidents.entered(principal, incidentId);
    if (!UUID.test(attachment)) throw new DomainError('not-found', { what: 'attachment' });
    const { name, content } = await this.attachments.read(incidentId, attachment);
    void reply.header('content-type', 'application/octet-stream');
    void reply.header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    );
    void reply.header('x-content-type-options', 'nosniff');
    return content;
  }
}
