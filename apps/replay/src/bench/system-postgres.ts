import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openDatabase, serverSettings, serverUser } from '@sturmwarte/store';
import { startDatabaseServer, type DatabaseServer } from './database-server.js';
import { freePort } from './free-port.js';

/** Debian's place for PostgreSQL's programs. */
const HOME = '/usr/lib/postgresql';
const PATIENCE_MS = 30_000;

/** The newest PostgreSQL of the system, where it has one: its folder of programs. */
export function systemPostgres(): string | null {
  if (!existsSync(HOME)) return null;
  const versions = readdirSync(HOME).sort((a, b) => Number(b) - Number(a));
  const found = versions.find((one) => existsSync(join(HOME, one, 'bin/postgres')));
  return found === undefined ? null : join(HOME, found, 'bin');
}

/** A server of those programs in a temporary folder, with the settings of the embedded one. */
export async function startSystemPostgres(programs: string): Promise<DatabaseServer> {
  const folder = await mkdtemp(join(tmpdir(), 'sturmwarte-bench-'));
  const user = await serverUser(folder);
  await user.own(folder);
  const cluster = join(folder, 'cluster');
  await mkdir(cluster, { mode: 0o700 });
  await user.own(cluster);
  const initdb = user.command(join(programs, 'initdb'), [
    ...['-D', cluster, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'],
  ]);
  await promisify(execFile)(initdb.file, initdb.args, { ...user.spawn, cwd: '/' });
  const port = await freePort();
  const { file, args } = user.command(join(programs, 'postgres'), [
    ...['-D', cluster, '-c', `port=${port}`],
    ...Object.entries(serverSettings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const child = spawn(file, args, { ...user.spawn, cwd: '/', stdio: 'ignore' });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  try {
    await untilItAnswers(url);
    const databases = await startDatabaseServer(url);
    return {
      newDatabase: () => databases.newDatabase(),
      async stop() {
        await databases.stop().finally(stop);
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function untilItAnswers(url: string): Promise<void> {
  for (const until = performance.now() + PATIENCE_MS; ; await sleep(100)) {
    try {
      await (await openDatabase(url, { poolSize: 1 })).close();
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
    }
  }
}
