import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../../..');

describe('a program asked to stop', () => {
  let folder: string;
  let child: ChildProcess;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sturmwarte-stop-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** A program with an embedded database, whose open work ends as `close` says. @returns the database's process */
  async function begin(close: string, drainMs: number): Promise<number> {
    const program = `
      const { startEmbeddedPostgres } = await import('@sturmwarte/store');
      const { stopOnSignals } = await import(${JSON.stringify(pathToFileURL(join(here, 'graceful-stop.ts')))});
      const log = { info: () => undefined, error: (...words) => console.error(...words) };
      const database = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(join(folder, 'postgres'))} });
      const close = ${close};
      stopOnSignals({ close, abandon: () => database.stop(3_000), log, drainMs: ${drainMs} });
      setInterval(() => undefined, 1_000);
      console.log(database.pid);`;
    const loader = pathToFileURL(join(root, 'tools/ts-loader.mjs')).href;
    const args = ['--conditions=source', '--import', loader, '--input-type=module', '-e', program];
    child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
    return new Promise((resolve, reject) => {
      child.stdout?.once('data', (line: Buffer) => resolve(Number(line.toString())));
      child.once('exit', () => reject(new Error('it ended before it said anything')));
    });
  }
  const ended = () => new Promise<number | null>((resolve) => child.once('exit', resolve));
  const gone = (pid: number) => expect(() => process.kill(pid, 0)).toThrow('ESRCH');

  it('gives up when open work never ends, and ends its database all the same', async () => {
    const database = await begin('() => new Promise(() => undefined)', 300);
    child.kill('SIGTERM');
    expect(await ended()).toBe(1);
    gone(database);
  }, 120_000);

  it('ends its database although closing failed', async () => {
    const database = await begin(`() => Promise.reject(new Error('broken'))`, 20_000);
    child.kill('SIGTERM');
    expect(await ended()).toBe(1);
    gone(database);
  }, 120_000);

  it('does not wait any longer when it is asked a second time, and still leaves no database behind', async () => {
    const database = await begin('() => new Promise(() => undefined)', 600_000);
    child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 200));
    child.kill('SIGINT');
    expect(await ended()).toBe(1);
    gone(database);
  }, 120_000);

  it('ends with 0 when everything was finished', async () => {
    const database = await begin('() => database.stop()', 20_000);
    child.kill('SIGTERM');
    expect(await ended()).toBe(0);
    gone(database);
  }, 120_000);
});
