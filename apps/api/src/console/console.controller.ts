import { Controller, Get, Req, Res } from '@nestjs/common';
import { DomainError } from '@sturmwarte/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../common/route-marker.js';
import { ConsoleService } from './console.service.js';

@Controller()
export class ConsoleController {
  constructor(private readonly console: ConsoleService) {}

  /** Files of the console; every other page address is the console's own business. */
  @Get(['/', '/*'])
  @Public()
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = pathOf(request.url);
    const found = this.console.fileFor(path, request.headers.accept);
    if (found === null) throw new DomainError('not-found');
    void reply.header('cache-control', found.cacheControl);
    await reply.sendFile(found.file, this.console.folder, { cacheControl: false });
  }
}

function pathOf(url: string): string {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '/');
  } catch {
    throw new DomainError('not-found'); // not an address at all
  }
}
