import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Intake } from './feed.js';
import { answersOk, freePort, Program } from './program.js';

const APP = fileURLToPath(new URL('counters-app.js', import.meta.url));

export interface CountersProcess {
  /** Host and port, as Prometheus wants it. */
  readonly target: string;
  readonly intake: Intake;
  readonly program: Program;
}

/** The application that Prometheus scrapes. */
export async function startCounters(topics: number, logs: string): Promise<CountersProcess> {
  const target = `127.0.0.1:${await freePort()}`;
  const port = target.split(':')[1] ?? '';
  const program = await Program.start(
    'the counters',
    [process.execPath, APP, port, String(topics)],
    join(logs, 'counters.log'),
    () => answersOk(`http://${target}/metrics`),
  );
  return { target, intake: { url: `http://${target}/mentions`, headers: {} }, program };
}
