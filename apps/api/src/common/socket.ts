import { parse, type Reply } from '@sturmwarte/contracts';
import { DomainError } from '@sturmwarte/domain';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { faultCode } from './fault-code.js';

/**
 * Parses an inbound socket message, runs the handler and always answers: a refusal with its code, a bug with
 * `internal` (logged). Never throws.
 */
export async function answered<S extends z.ZodType, T>(
  log: Logger,
  schema: S,
  message: unknown,
  handler: (request: z.output<S>) => T | Promise<T>,
): Promise<Reply<T>> {
  try {
    return { ok: true, data: await handler(parse(schema, message)) };
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code, params: error.params };
    const code = faultCode(error);
    log.error({ err: error, code }, 'socket message failed');
    return { ok: false, code, params: {} };
  }
}
