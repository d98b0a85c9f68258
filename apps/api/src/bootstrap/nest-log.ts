import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** What Nest itself has to say; its start-up chatter is for debugging only. */
export function nestLog(log: Logger): LoggerService {
  const of = (context: unknown[]) => ({ context: wordsOf(context.at(-1) ?? 'Nest') });
  return {
    log: (message: unknown, ...context: unknown[]) => log.debug(of(context), wordsOf(message)),
    debug: (message: unknown, ...context: unknown[]) => log.debug(of(context), wordsOf(message)),
    verbose: (message: unknown, ...context: unknown[]) => log.trace(of(context), wordsOf(message)),
    warn: (message: unknown, ...context: unknown[]) => log.warn(of(context), wordsOf(message)),
    error(message: unknown, ...context: unknown[]) {
      if (typeof message === 'object') log.error({ ...of(context), err: message }, 'Nest');
      else log.error(of(context), wordsOf(message));
    },
    fatal: (message: unknown, ...context: unknown[]) => log.fatal(of(context), wordsOf(message)),
  };
}

function wordsOf(message: unknown): string {
  return typeof message === 'string' ? message : JSON.stringify(message);
}
