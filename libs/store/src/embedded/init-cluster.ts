import { spawn } from 'node:child_process';
import { mkdir, readFile, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { classifyFailure, failureError, neededMb } from './explain-failure.js';
import type { FolderLayout } from './folder-layout.js';
import type { NativeBinaries } from './native-binaries.js';
import { newSecret, writeDurably, writeSecret, type ServerSecret } from './server-secret.js';
import type { ServerUser } from './server-user.js';

export const superuser = 'sturmwarte';

/**
 * Makes the database cluster on the first start and checks it on every later one.
 * @throws EmbeddedPostgresError
 */
export async function initCluster(
  layout: FolderLayout,
  binaries: NativeBinaries,
  user: ServerUser,
  options: { readonly port?: number; readonly onInitialising: () => void },
): Promise<void> {
  await checkDiskSpace(layout.root);
  if (await exists(layout.ready)) return checkVersion(layout, binaries.majorVersion);
  // Only a folder that says itself that we were making it may be wiped.
  if (await exists(layout.initialising)) await rm(layout.cluster, { recursive: true, force: true });
  else if ((await listed(layout.cluster)).length > 0) {
    throw broken(layout, 'it holds a database that was not made here');
  }
  options.onInitialising();
  await writeDurably(layout.initialising, '');
  await makeCluster(layout, binaries, user, await newSecret(options.port));
  await writeDurably(layout.ready, `${binaries.majorVersion}\n`);
  await rm(layout.initialising, { force: true });
}

async function makeCluster(
  layout: FolderLayout,
  binaries: NativeBinaries,
  user: ServerUser,
  secret: ServerSecret,
): Promise<void> {
  const passwordFile = join(layout.root, 'password');
  await writeFile(passwordFile, secret.password, { mode: 0o600 });
  await mkdir(layout.cluster, { mode: 0o700 });
  for (const path of [layout.root, layout.cluster, passwordFile]) await user.own(path);
  try {
    const { code, output } = await run(
      binaries.initdb,
      [
        ...['-D', layout.cluster, '-U', superuser, `--pwfile=${passwordFile}`],
        ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
        // Same order and same letters on every machine, whatever locales it has.
        ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
        '--text-search-config=simple',
      ],
      user,
    );
    await writeFile(layout.log, output, { mode: 0o600 });
    if (code !== 0) throw failureError(classifyFailure(output), output, layout);
    await writeSecret(layout, secret);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function run(
  program: string,
  programArgs: readonly string[],
  user: ServerUser,
): Promise<{ code: number | null; output: string }> {
  const { file, args } = user.command(program, programArgs);
  const child = spawn(file, args, {
    ...user.spawn,
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(null);
    });
    child.once('close', resolve);
  });
  return { code, output };
}

async function checkVersion(layout: FolderLayout, needed: number): Promise<void> {
  const text = await readFile(join(layout.cluster, 'PG_VERSION'), 'utf8').catch(() => '');
  const found = Number.parseInt(text, 10);
  if (Number.isNaN(found)) throw broken(layout, 'its PG_VERSION file is missing or damaged');
  if (found !== needed) {
    throw new EmbeddedPostgresError('wrongMajorVersion', { dataDir: layout.root, found, needed });
  }
}

async function checkDiskSpace(dataDir: string): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir);
  const freeMb = Math.floor((bavail * bsize) / 1_000_000);
  if (freeMb < neededMb) {
    throw new EmbeddedPostgresError('noDiskSpace', { dataDir, freeMb, neededMb });
  }
}

function broken(layout: FolderLayout, reason: string): EmbeddedPostgresError {
  const { root: dataDir, log: logFile } = layout;
  return new EmbeddedPostgresError('dataDirBroken', { dataDir, reason, logFile });
}

async function exists(path: string): Promise<boolean> {
  return (await readFile(path).catch(() => undefined)) !== undefined;
}

async function listed(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
