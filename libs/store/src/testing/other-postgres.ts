import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { freePort } from '../embedded/server-secret.js';
import { serverUser } from '../embedded/server-user.js';

export interface OtherPostgres {
  readonly url: string;
  readonly version: number;
  stop(): Promise<void>;
}

const VERSIONS = [15, 16, 17];

/** A PostgreSQL older than the embedded one, where the system has its programs (Debian's place for them), else null. */
export async function startOtherPostgres(): Promise<OtherPostgres | null> {
  const version = VERSIONS.find((one) => existsSync(program(one, 'postgres')));
  if (version === undefined) return null;
  const folder = await mkdtemp(join(tmpdir(), 'sturmwarte-postgres-'));
  const user = await serverUser(folder);
  await user.own(folder);
  const cluster = join(folder, 'cluster');
  await mkdir(cluster, { mode: 0o700 });
  await user.own(cluster);
  const initdb = user.command(program(version, 'initdb'), [
    ...['-D', cluster, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'],
  ]);
  await promisify(execFile)(initdb.file, initdb.args, { ...user.spawn, cwd: '/' });
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
  };
  const { file, args } = user.command(program(version, 'postgres'), [
    ...['-D', cluster],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const child = spawn(file, args, { ...user.spawn, cwd: '/', stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilItAnswers(url);
  return {
    url,
    version,
    async stop() {
      child.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function program(version: number, name: string): string {
  return `/usr/lib/postgresql/${version}/bin/${name}`;
}

async function untilItAnswers(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new Client({ connectionString: url });
    const failure = await client.connect().then(
      () => undefined,
      (error: unknown) => error,
    );
    await client.end().catch(() => undefined);
    if (failure === undefined) return;
    if (tries > 200) throw failure as Error;
    await sleep(50);
  }
}
