import { pino, type Logger } from 'pino';

export interface ListeningLog {
  readonly log: Logger;
  /** Everything at warning level or above since the start. */
  readonly complaints: string[];
}

/** A log that remembers what a running server complained about. */
export function listeningLog(): ListeningLog {
  const complaints: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => void complaints.push(line) });
  return { log, complaints };
}
