import { execFile, spawn } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { classifyFailure, type Failure } from './explain-failure.js';
import type { FolderLayout } from './folder-layout.js';
import type { NativeBinaries } from './native-binaries.js';
import { isAlive, readPostmaster } from './postmaster.js';
import type { ServerUser } from './server-user.js';

const startTimeoutMs = 300_000; // recovery after a crash may replay a lot
const stopTimeoutMs = 30_000;
const largestLogBytes = 10_000_000;
const pollMs = 20;

/** A start that did not succeed: what it was, and what the server said. */
export interface StartFailure {
  readonly failure: Failure;
  readonly log: string;
}

/**
 * Starts the server process and waits until it accepts connections.
 * It is detached: Ctrl-C in the terminal reaches only us, and we stop it in order.
 * @returns its process id, or why it stopped
 */
export async function runServer(
  layout: FolderLayout,
  binaries: NativeBinaries,
  user: ServerUser,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<number | StartFailure> {
  const from = await rotateLog(layout.log);
  const logFile = await open(layout.log, 'a', 0o600);
  const options = Object.entries({ ...settings, port: String(port) });
  const { file, args } = user.command(binaries.postgres, [
    ...['-D', layout.cluster],
    ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const child = spawn(file, args, {
    ...user.spawn,
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio: ['ignore', logFile.fd, logFile.fd],
  });
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', () => (ended ??= ''));
  child.unref();
  await logFile.close();

  const until = Date.now() + startTimeoutMs;
  while (Date.now() < until) {
    if (ended !== undefined) {
      const log = (await readFile(layout.log)).subarray(from).toString() + ended;
      return { failure: classifyFailure(log), log };
    }
    const running = await readPostmaster(layout.cluster);
    if (running?.pid === child.pid && running?.state === 'ready') return running.pid;
    await sleep(pollMs);
  }
  if (child.pid !== undefined) await stopServer(child.pid, layout, binaries);
  const seconds = startTimeoutMs / 1000;
  throw new EmbeddedPostgresError('startTimeout', { seconds, logFile: layout.log });
}

/**
 * Fast shutdown: sessions are ended, everything committed is on disk. Waits until it is gone; after `patienceMs` it is
 * told to leave at once, and after as long again it is killed: the next start recovers.
 */
export async function stopServer(
  pid: number,
  layout: FolderLayout,
  binaries: NativeBinaries,
  patienceMs = stopTimeoutMs,
): Promise<void> {
  if (process.platform === 'win32') {
    // There are no signals there; pg_ctl speaks to the server in its own way.
    const args = ['stop', '-D', layout.cluster, '-m', 'fast', '-w'];
    await promisify(execFile)(binaries.pgCtl, args).catch(() => undefined);
  }
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!send(pid, signal)) return;
    const until = Date.now() + patienceMs;
    while (Date.now() < until) {
      if (!isAlive(pid)) return;
      await sleep(pollMs);
    }
  }
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false; // it is gone already
  }
}

/** Keeps one older log. @returns the offset at which this start's words begin */
async function rotateLog(path: string): Promise<number> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0;
  if (size < largestLogBytes) return size;
  await rename(path, `${path}.1`);
  return 0;
}
