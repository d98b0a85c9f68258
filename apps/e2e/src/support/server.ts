import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testDatabase, type TestDatabase } from '@sturmwarte/store/testing';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
const PROGRAM = 'apps/api/dist/main.js';
const PAGES = 'apps/console/dist/index.html';
/** A busy machine initialises a database and compiles everything in this time. */
const START_MS = 90_000;
const LAST_WORDS = 60;

export interface ServerOptions {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** `shared`: an own database on the tests' server; `embedded`: the one the program brings, in an empty folder. */
  readonly database?: 'shared' | 'embedded';
  /** Where the built program and its playbooks lie; by default in this repository. */
  readonly workspace?: string;
}

/** The built program in a process of its own, as people start it. It keeps port and data across restarts. */
export class Server {
  private child: ChildProcess | null = null;
  private said = '';
  private lines: string[] = [];
  private port = '0';
  url = '';

  private constructor(
    private readonly options: ServerOptions,
    private readonly folder: string,
    private readonly database: TestDatabase | null,
  ) {}

  static async start(options: ServerOptions = {}): Promise<Server> {
    for (const file of [PROGRAM, PAGES]) {
      if (!existsSync(join(ROOT, file))) throw new Error(`${file} is missing: npm run build`);
    }
    const folder = mkdtempSync(join(tmpdir(), 'sturmwarte-e2e-'));
    const database = options.database === 'embedded' ? null : await testDatabase();
    const server = new Server(options, folder, database);
    await server.start();
    return server;
  }

  /** Address of the database; of the shared kind only. */
  get databaseUrl(): string {
    if (this.database === null) throw new Error('this server brought its own database');
    return this.database.url;
  }

  /** Starts the program again, on the same port and the same data. */
  async start(): Promise<void> {
    this.said = '';
    const { args = [], environment = {}, workspace = ROOT } = this.options;
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: workspace,
      env: {
        ...process.env,
        ...{ PORT: this.port, HOST: '127.0.0.1', DATA_DIR: this.folder, LOG_LEVEL: 'warn' },
        ...(this.database === null ? {} : { DATABASE_URL: this.database.url }),
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stdout.on('data', (part: Buffer) => this.keep(String(part)));
    child.stderr.on('data', (part: Buffer) => {
      this.said += String(part);
      this.keep(String(part));
    });
    const [, url = ''] = await this.hear(/is ready: (http:\S+)/);
    this.url = url;
    this.port = new URL(url).port;
  }

  /** Waits until the program has said this on the terminal. */
  async hear(sign: RegExp): Promise<RegExpExecArray> {
    const end = performance.now() + START_MS;
    for (;;) {
      const found = sign.exec(this.said);
      if (found) return found;
      const over = this.child === null || this.child.exitCode !== null;
      if (over || performance.now() > end) {
        throw new Error(`the server never said ${String(sign)}:\n${this.lastWords()}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** The one-time link for the first account, as printed. */
  async setupLink(): Promise<string> {
    return (await this.hear(/(http:\S+\/setup#[\w-]{43})/))[1] ?? '';
  }

  /** kill -9: no goodbye, no clean-up. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** As an administrator stops it. */
  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  /** Stops it for good and removes its data. */
  async close(): Promise<void> {
    await this.stop();
    await this.database?.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  lastWords(): string {
    return this.lines.join('\n');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    this.child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const over = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await over;
  }

  private keep(text: string): void {
    this.lines.push(...text.split('\n').filter((line) => line !== ''));
    this.lines = this.lines.slice(-LAST_WORDS);
  }
}
