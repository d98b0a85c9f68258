import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';

/** A server under measurement, in a process of its own. */
export interface ChildServer {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const START_MS = 60_000;

/** Starts a program that listens on PORT, and waits until it answers at `health`. */
export async function startChildServer(
  program: string,
  health: string,
  environment: Readonly<Record<string, string>>,
): Promise<ChildServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...environment },
    // Our own standard output is for the tables.
    stdio: ['ignore', 2, 'pipe'],
  });
  let said = '';
  child.stderr
    ?.setEncoding('utf8')
    .on('data', (text: string) => (said = (said + text).slice(-4_000)));
  const url = `http://127.0.0.1:${port}`;
  await ready(`${url}${health}`, child).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw new Error(`${String(error)}\n${said}`);
  });
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (const until = performance.now() + START_MS; performance.now() < until;) {
    if (child.exitCode !== null) throw new Error('the server ended at its start');
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await sleep(100);
  }
  throw new Error('the server did not start in time');
}
