import { createServer } from 'node:net';

const ANSWERS_MS = 2_000;

/** The port is taken by a server of our own. */
export class AlreadyRunning extends Error {
  constructor(
    readonly url: string,
    readonly port: number,
  ) {
    super(`already running: ${url}`);
  }
}

/**
 * Fails like listening would, before the long way through the database. Port 0 is always free.
 * @throws AlreadyRunning, or the error of listening
 */
export async function probePort(port: number, host: string): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    const url = `http://${nearest(host)}:${port}`;
    if ((error as { code?: unknown }).code !== 'EADDRINUSE' || !(await isOurs(url))) throw error;
    throw new AlreadyRunning(url, port);
  }
  await new Promise((resolve) => server.close(resolve));
}

async function isOurs(url: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWERS_MS);
    const answer: unknown = await (await fetch(`${url}/health/live`, { signal })).json();
    return typeof answer === 'object' && answer !== null && 'live' in answer;
  } catch {
    return false; // it speaks something else, or nothing
  }
}

/** Where a server that listens there answers. */
function nearest(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
