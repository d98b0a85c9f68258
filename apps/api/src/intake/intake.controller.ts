import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { IntakeReceipt } from '@sturmwarte/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentSource, type SourceRow } from '../common/principal.js';
import { SourceToken } from '../common/route-marker.js';
import { bodyType } from './intake-bodies.js';
import { IntakeService } from './intake.service.js';
import { ReceiptWriter } from './receipt-writer.js';

@Controller('api/v1/mentions')
export class IntakeController {
  constructor(private readonly intake: IntakeService) {}

  /** One object or an array (`application/json`), or a stream of any length (`application/x-ndjson`). */
  @Post()
  @HttpCode(200)
  @SourceToken()
  async take(
    @CurrentSource() source: SourceRow,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IntakeReceipt | undefined> {
    const body = request.body as AsyncIterable<Buffer>;
    if (bodyType(request, ['application/json', 'application/x-ndjson']) === 'application/json') {
      return this.intake.takeJson(body, source);
    }
    await this.takeStream(body, source, reply);
    return undefined;
  }

  private async takeStream(
    body: AsyncIterable<Buffer>,
    source: SourceRow,
    reply: FastifyReply,
  ): Promise<void> {
    const run = this.intake.run(source);
    reply.hijack();
    const { raw } = reply;
    raw.on('error', () => undefined); // the sender is gone; what it sent is stored all the same
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) raw.setHeader(name, value);
    }
    raw.writeHead(200, { 'content-type': 'application/x-ndjson', 'x-accel-buffering': 'no' });
    const receipts = new ReceiptWriter(raw, () => run.receipt.take());
    receipts.end(await this.intake.takeNdjson(body, run, () => receipts.due()));
  }
}
