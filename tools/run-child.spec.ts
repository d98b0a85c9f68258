import { describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** A parent that runs a child which says `ready`, and counts its signals until it ends with `code`. */
function parentOf(program: string, options = '{}'): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '-e', running(program, options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
}

function running(program: string, options: string): string {
  const runner = pathToFileURL(join(here, 'run-child.mjs')).href;
  return `
    const { runChild } = await import(${JSON.stringify(runner)});
    process.exitCode = await runChild(['-e', ${JSON.stringify(program)}], process.env, ${options});`;
}

async function ended(parent: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = '';
  parent.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => parent.once('close', resolve));
  return { code, said };
}

const counting = `
  let signals = 0;
  process.on('SIGINT', () => {
    signals += 1;
    if (signals === 1) setTimeout(() => { console.log('signals', signals); process.exit(7); }, 300);
  });
  setInterval(() => undefined, 1000);
  console.log('ready');`;

const orphaned = `
  process.once('disconnect', () => { console.log('alone'); process.exit(0); });
  console.log('ready');`;

const stopped = `
  process.once('SIGTERM', () => { console.log('stopped'); process.exit(0); });
  setInterval(() => undefined, 1000);
  console.log('ready');`;

describe('a program run for somebody at a terminal', () => {
  it('passes its exit code on', async () => {
    expect((await ended(parentOf('process.exit(3)'))).code).toBe(3);
  });

  it('that a signal ended is told as a shell tells it', async () => {
    expect((await ended(parentOf("process.kill(process.pid, 'SIGKILL')"))).code).toBe(128 + 9);
  });

  it('hears one Ctrl-C once, though terminal and npm both send it', async () => {
    const parent = parentOf(counting);
    const end = ended(parent);
    await new Promise((ready) => parent.stdout?.once('data', ready));
    process.kill(-(parent.pid ?? 0), 'SIGINT'); // the terminal, to the whole group
    parent.kill('SIGINT'); // npm, to us
    expect(await end).toEqual({ code: 7, said: expect.stringContaining('signals 1') });
  });

  it('notices when the one who ran it was killed', async () => {
    const parent = parentOf(orphaned, '{ tied: true }');
    const end = ended(parent);
    await new Promise((ready) => parent.stdout?.once('data', ready));
    parent.kill('SIGKILL');
    expect((await end).said).toContain('alone');
  });

  it.each(['npm itself', 'a shell of npm'])(
    'is stopped when npm, which started everything, was killed: parent is %s',
    async (who) => {
      const args = ['--input-type=module', '-e', running(stopped, '{ tied: true }')];
      // With a second command the shell stays; else it becomes the program.
      const shell = ['-c', '"$0" "$@"; exit $?', process.execPath, ...args];
      const call = who === 'npm itself' ? [process.execPath, args] : ['sh', shell];
      const npm = `
        require('node:child_process').spawn(...${JSON.stringify(call)},
          { stdio: 'inherit', env: { ...process.env, npm_execpath: 'npm' } });`;
      const grandparent = spawn(process.execPath, ['-e', npm], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const end = ended(grandparent);
      await new Promise((ready) => grandparent.stdout.once('data', ready));
      grandparent.kill('SIGKILL');
      expect((await end).said).toContain('stopped');
    },
  );
});
