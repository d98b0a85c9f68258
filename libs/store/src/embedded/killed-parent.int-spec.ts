import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chown, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startEmbeddedPostgres } from './start-embedded-postgres.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../../..');
const nobody = 65534;

interface Started {
  readonly pid: number;
  readonly adopted: boolean;
}

/** Another process that starts the database, says so, and stops it on SIGTERM. */
function starter(dataDir: string, user: { uid?: number; gid?: number } = {}): ChildProcess {
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(pathToFileURL(join(here, 'index.ts')))});
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    process.once('SIGTERM', () => server.stop().then(() => process.exit(0)));
    console.log(JSON.stringify({ pid: server.pid, adopted: server.adopted }));
    setInterval(() => undefined, 1000);`;
  const loader = pathToFileURL(join(root, 'tools/ts-loader.mjs')).href;
  const args = ['--conditions=source', '--import', loader, '--input-type=module', '-e', program];
  return spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    ...user,
  });
}

/**
 * As root, and where nobody may read the workspace, the test becomes nobody. Run by an ordinary
 * user, every other test shows the same already.
 */
function canBecomeNobody(): boolean {
  const read = `require('fs').accessSync(${JSON.stringify(join(root, 'node_modules'))})`;
  const user = { uid: nobody, gid: nobody };
  return process.getuid?.() === 0 && spawnSync(process.execPath, ['-e', read], user).status === 0;
}

function firstWord(child: ChildProcess): Promise<Started> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (line: Buffer) => resolve(JSON.parse(line.toString()) as Started));
    child.once('exit', () => reject(new Error('it ended before it said anything')));
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode === null && child.signalCode === null && child.kill(signal)) await ended;
}

describe('a database and the process that started it', () => {
  let folder: string;
  let children: ChildProcess[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sturmwarte-pg-'));
    children = [];
  });

  afterEach(async () => {
    for (const child of children) await end(child, 'SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });

  it('a server killed with -9 leaves its database running, and the next one adopts it', async () => {
    const dataDir = join(folder, 'postgres');
    const killed = starter(dataDir);
    children.push(killed);
    const orphan = await firstWord(killed);
    await end(killed, 'SIGKILL');
    const next = await startEmbeddedPostgres({ dataDir });
    expect(next).toMatchObject({ pid: orphan.pid, adopted: true });
    await next.stop();
    expect(() => process.kill(orphan.pid, 0)).toThrow('ESRCH');
  });

  it('an ordinary user starts it as well as root does', async () => {
    const asNobody = canBecomeNobody();
    if (asNobody) await chown(folder, nobody, nobody);
    const dataDir = join(folder, 'postgres');
    const child = starter(dataDir, asNobody ? { uid: nobody, gid: nobody } : {});
    children.push(child);
    const { pid } = await firstWord(child);
    expect((await stat(join(dataDir, 'cluster'))).uid).toBe(asNobody ? nobody : process.getuid?.());
    // Root takes over what belongs to an ordinary user without taking it away from them.
    await end(child, 'SIGTERM');
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    const next = await startEmbeddedPostgres({ dataDir });
    await next.stop();
    expect((await stat(join(dataDir, 'cluster'))).uid).toBe(asNobody ? nobody : process.getuid?.());
  });
});
