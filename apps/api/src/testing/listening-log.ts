import { pino, type Logger } from 'pino';

export interface ListeningLog {
  readonly log: Logger;
  /** Everything at warning level or above since the start. */
  readonly complaints: string[];
}

/** The tests' clock stands still and the database's does not: what retention says about that is right. */
const OF_THE_CLOCK = 'nothing expires: ';

/** A log that remembers what a running server complained about. */
export function listeningLog(): ListeningLog {
  const complaints: string[] = [];
  const write = (line: string): void => {
    if (!line.includes(OF_THE_CLOCK)) complaints.push(line);
  };
  const log = pino({ level: 'warn' }, { write });
  return { log, complaints };
}
