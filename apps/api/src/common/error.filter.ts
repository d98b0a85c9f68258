import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ErrorBody } from '@sturmwarte/contracts';
import { DomainError, ERROR_STATUS } from '@sturmwarte/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { faultCode } from './fault-code.js';
import { refusalOf } from './refusal-of.js';
import { LOG } from './tokens.js';

/** One error shape for everything: refusals by their code, outages and bugs logged with their trace id. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') {
      this.log.error({ err: error }, 'socket handler failed');
      return;
    }
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = refusalOf(error) ?? this.fault(error, request);
    const body: ErrorBody = { code: refusal.code, params: refusal.params, traceId: request.id };
    if (reply.sent || reply.raw.headersSent) {
      // A stream had begun: cutting it is the only way left to say that it is not complete.
      reply.raw.destroy();
      return;
    }
    const seconds = refusal.params['retryAfterSeconds'];
    if (typeof seconds === 'number') void reply.header('retry-after', String(Math.ceil(seconds)));
    void reply.status(ERROR_STATUS[refusal.code]).type('application/json').send(body);
  }

  private fault(error: unknown, request: FastifyRequest): DomainError {
    const code = faultCode(error);
    const { id: traceId, method, routeOptions } = request;
    this.log.error(
      { err: error, code, traceId, method, route: routeOptions.url },
      'request failed',
    );
    return new DomainError(code);
  }
}
