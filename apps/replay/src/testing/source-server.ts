import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SessionView } from '@sturmwarte/contracts';
import { testDatabase } from '@sturmwarte/store/testing';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const START_MS = 90_000;
export const PASSWORD = 'gulls over the harbour';
export const EMAIL = 'ada@example.org';
export const BRAND = 'Probe';

export interface SourceServer {
  readonly url: string;
  /** As the one person of the house. */
  get<T>(path: string): Promise<T>;
  close(): Promise<void>;
}

/** The real server, run from source in a process of its own, with a database of its own, one person and one brand. */
export async function startSourceServer(): Promise<SourceServer> {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'sturmwarte-storm-'));
  const args = ['--conditions=source', '--import', './tools/ts-loader.mjs', 'apps/api/src/main.ts'];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      ...process.env,
      ...{ PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn' },
      ...{ DATA_DIR: folder, DATABASE_URL: database.url },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const close = async (): Promise<void> => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const hear = listener(child);
    const url = await hear(/is ready: (http:\S+)/);
    const cookie = await moveIn(url, await hear(/\/setup#([\w-]{43})/));
    const get = async <T>(path: string): Promise<T> => {
      const answer = await fetch(`${url}/api/v1${path}`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      return (await answer.json()) as T;
    };
    return { url, get, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function listener(child: ChildProcess): (sign: RegExp) => Promise<string> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => (said = (said + String(part)).slice(-20_000)));
  }
  return async (sign) => {
    for (const end = performance.now() + START_MS; performance.now() < end;) {
      const found = sign.exec(said)?.[1];
      if (found !== undefined) return found;
      if (child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the server never said ${String(sign)}:\n${said}`);
  };
}

/** Answers the session's cookie. */
async function moveIn(url: string, token: string): Promise<string> {
  const me = { name: 'Ada', email: EMAIL, password: PASSWORD, language: 'en', brand: BRAND };
  const answer = await fetch(`${url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, ...me }),
  });
  const session = (await answer.json()) as Partial<SessionView>;
  if (session.csrf === undefined) throw new Error(`set-up: ${JSON.stringify(session)}`);
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}
