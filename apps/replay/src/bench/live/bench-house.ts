import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const API = fileURLToPath(new URL('../../../../api/dist/main.js', import.meta.url));
const PASSWORD = 'a long enough password';
const START_MS = 60_000;

/** A signed-in person. */
export interface Caller {
  readonly cookie: string;
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
}

/** The real server with its embedded database in a folder of its own, set up as its first administrator would. */
export class BenchHouse {
  private readonly folder = mkdtempSync(join(tmpdir(), 'sturmwarte-bench-'));
  private process: ChildProcess | null = null;
  url = '';

  private constructor(private readonly environment: Readonly<Record<string, string>>) {}

  static async open(
    environment: Readonly<Record<string, string>> = {},
  ): Promise<{ house: BenchHouse; admin: Caller; brandId: number }> {
    const house = new BenchHouse(environment);
    try {
      const [, url = '', token = ''] = await house.start(/(http:\S+)\/setup#([\w-]+)/);
      house.url = url;
      const account = { name: 'Bench', email: 'bench@example.org', password: PASSWORD };
      const body = { ...account, token, brand: 'Bench', language: 'en' };
      const admin = await house.enter('/setup', body);
      const [brand] = await admin.call<{ id: number }[]>('GET', '/brands');
      return { house, admin, brandId: brand?.id ?? 0 };
    } catch (error) {
      await house.close();
      throw error;
    }
  }

  get pid(): number {
    return this.process?.pid ?? 0;
  }

  /** People who come in by invitation, each with a session. */
  async people(admin: Caller, brandId: number, count: number): Promise<Caller[]> {
    const callers: Caller[] = [];
    for (let n = 0; n < count; n++) {
      const person = { name: `Person ${n}`, email: `p${n}@example.org`, language: 'en' };
      const grants = [{ role: 'community', brandId }];
      const { link } = await admin.call<{ link: string }>('POST', '/people', { ...person, grants });
      const token = link.slice(link.lastIndexOf('/') + 1);
      callers.push(await this.enter(`/links/${token}`, { password: PASSWORD }));
    }
    return callers;
  }

  /** Starts again on the same data: fresh memory. */
  async restart(): Promise<void> {
    await this.stop();
    const [, url = ''] = await this.start(/(http:\S+)/);
    this.url = url;
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async stop(): Promise<void> {
    const child = this.process;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }

  /** Resolves with what the terminal shows for `sign`. */
  private async start(sign: RegExp): Promise<RegExpExecArray> {
    const child = spawn(process.execPath, [API], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: '0',
        DATA_DIR: this.folder,
        LOG_LEVEL: 'warn',
        ...this.environment,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.process = child;
    let said = '';
    return new Promise((resolve, reject) => {
      const fail = (): void => reject(new Error(`the server did not start:\n${said}`));
      const patience = setTimeout(fail, START_MS);
      child.once('exit', fail);
      child.stderr.setEncoding('utf8').on('data', (part: string) => {
        said += part;
        const found = sign.exec(said);
        if (found === null) return;
        clearTimeout(patience);
        child.off('exit', fail);
        resolve(found);
      });
    });
  }

  /** Comes in by setup or by a link. */
  private async enter(path: string, body: unknown): Promise<Caller> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    const { csrf } = (await answer.json()) as { csrf: string };
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return { cookie, call: (method, to, sent) => this.call(method, to, sent, { cookie, csrf }) };
  }

  private async call<T>(
    method: string,
    path: string,
    body: unknown,
    { cookie, csrf }: { cookie: string; csrf: string },
  ): Promise<T> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        cookie,
        origin: this.url,
        'x-sturmwarte-csrf': csrf,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}
