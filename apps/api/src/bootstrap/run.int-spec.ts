import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testDatabase, type TestDatabase } from '@sturmwarte/store/testing';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');

/** The real program in a process of its own. */
function start(
  environment: Readonly<Record<string, string>>,
  stdio: StdioOptions = 'pipe',
): {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly until: (sign: RegExp) => Promise<RegExpExecArray>;
  readonly ended: Promise<number | null>;
} {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', './tools/ts-loader.mjs', 'apps/api/src/main.ts'],
    { cwd: root, env: { ...process.env, LOG_LEVEL: 'info', ...environment }, stdio },
  );
  let text = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const until = (sign: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = sign.exec(text);
        if (found) resolve(found);
      };
      child.stderr?.on('data', look);
      void ended.then(() => reject(new Error(`ended without ${String(sign)}: ${text}`)));
      look();
    });
  child.stderr?.on('data', (part: Buffer) => (text += part.toString()));
  return { child, said: () => text, until, ended };
}

describe('the program', () => {
  let dataDir: string;
  let database: TestDatabase;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'sturmwarte-run-'));
    database = await testDatabase();
  });
  afterAll(async () => {
    await database.drop();
    rmSync(dataDir, { recursive: true });
  });
  const settings = (more: Readonly<Record<string, string>> = {}) => ({
    ...{ PORT: '0', DATABASE_URL: database.url, DATA_DIR: dataDir },
    ...more,
  });

  it('prints its address and a set-up link at every start, and stops in good order', async () => {
    const links: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const program = start(settings());
      const [, url] = await program.until(/ready: (http:\S+)/);
      const [, link] = await program.until(/(http:\S+\/setup#[\w-]{43})/);
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      links.push(link ?? '');
      program.child.kill('SIGTERM');
      expect(await program.ended).toBe(0);
    }
    expect(links[0]).not.toBe(links[1]);
  }, 120_000);

  it('ends with one clear sentence when its port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const program = start(settings({ PORT: String(port) }));
    expect(await program.ended).toBe(1);
    expect(program.said()).toContain(`Port ${port} is in use by another program.`);
    expect(program.said()).not.toContain('    at ');
    taken.close();
  }, 90_000);

  it('says so when it is its own port that is taken, because it runs already', async () => {
    const first = start(settings());
    const [, url] = await first.until(/ready: (http:\S+)/);
    const { port } = new URL(url ?? '');
    const second = start(settings({ PORT: port }));
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`Sturmwarte is already running: ${url}.`);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  }, 120_000);

  it('stops in good order when the launcher that started it is gone', async () => {
    const program = start(settings(), ['pipe', 'pipe', 'pipe', 'ipc']);
    await program.until(/ready: (http:\S+)/);
    program.child.disconnect();
    expect(await program.ended).toBe(0);
  }, 120_000);

  it('leaves no database behind when it is stopped in the middle of its first start', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sturmwarte-run-'));
    const { DATABASE_URL: _, ...own } = settings({ DATA_DIR: folder });
    const program = start(own);
    await program.until(/Starting the database/);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(existsSync(join(folder, 'postgres/cluster/PG_VERSION'))).toBe(true);
    expect(existsSync(join(folder, 'postgres/cluster/postmaster.pid'))).toBe(false);
    rmSync(folder, { recursive: true });
  }, 120_000);

  it('names every wrong setting, and a database that is not there', async () => {
    const wrong = start({ PORT: 'x', LOG_LEVEL: 'loud', DATA_DIR: dataDir });
    expect(await wrong.ended).toBe(1);
    expect(wrong.said()).toMatch(/PORT must be[\s\S]*LOG_LEVEL must be/);
    const away = start(settings({ DATABASE_URL: 'postgres://u:hidden@127.0.0.1:1/x' }));
    expect(await away.ended).toBe(1);
    expect(away.said()).toContain('No database answers at 127.0.0.1:1');
    expect(away.said()).not.toContain('hidden');
  }, 90_000);
});
