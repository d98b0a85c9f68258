import type { Config } from '@sturmwarte/config';
import { pino, type DestinationStream, type Logger } from 'pino';
import { serializeError } from './serialize-error.js';

/** Whatever is called one of these never reaches a log, at the top or one or two levels down. */
const SECRET_NAMES = [
  ...['password', 'passwordHash', 'token', 'tokenHash', 'secret', 'csrf', 'cookie'],
  ...['authorization', '["set-cookie"]', '["x-sturmwarte-csrf"]', 'databaseUrl', 'link'],
  // other people's words and names
  ...['text', 'title', 'author', 'handle', 'sample', 'query', 'parameters'],
];
const paths = SECRET_NAMES.flatMap((name) => {
  const below = name.startsWith('[') ? name : `.${name}`;
  return [name, `*${below}`, `*.*${below}`];
});

/** One JSON object a line, on standard output unless told otherwise. */
export function makeLog(config: Pick<Config, 'logLevel'>, destination?: DestinationStream): Logger {
  return pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      redact: { paths, censor: '[redacted]' },
      serializers: { err: serializeError },
    },
    destination ?? pino.destination({ fd: 1, sync: true }),
  );
}
