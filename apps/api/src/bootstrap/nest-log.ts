import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** What Nest itself has to say; its start-up chatter is for debugging only. */
export function nestLog(log: Logger): LoggerService {
  const of = (context: unknown[]) => ({ context: String(context.at(-1) ?? 'Nest') });
  return {
    log: (message: unknown, ...context: unknown[]) => log.debug(of(context), String(message)),
    debug: (message: unknown, ...context: unknown[]) => log.debug(of(context), String(message)),
    verbose: (message: unknown, ...context: unknown[]) => log.trace(of(context), String(message)),
    warn: (message: unknown, ...context: unknown[]) => log.warn(of(context), String(message)),
    error(message: unknown, ...context: unknown[]) {
      if (typeof message === 'object') log.error({ ...of(context), err: message }, 'Nest');
      else log.error(of(context), String(message));
    },
    fatal: (message: unknown, ...context: unknown[]) => log.fatal(of(context), String(message)),
  };
}
