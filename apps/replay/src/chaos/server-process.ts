import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { until } from './wait.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
const PROGRAM = 'apps/api/dist/main.js';
const CLOCK = 'apps/replay/dist/chaos/bent-clock.js';
/** A busy machine makes a database and recovers another one in this time. */
const START_MS = 120_000;
const STOP_MS = 40_000;

export interface ServerPlace {
  /** Home of the embedded database. */
  readonly dataDir: string;
  readonly logFile: string;
  /** Holds by how many milliseconds its clock is wrong; null: the clock is right. */
  readonly clockFile: string | null;
}

/** The built server in a process of its own. It keeps port and data across starts. */
export class ServerProcess {
  private child: ChildProcess | null = null;
  private said = '';
  private port = '0';
  url = '';

  constructor(private readonly place: ServerPlace) {}

  /** Resolves when it says that it is ready. @returns after how many milliseconds */
  async start(): Promise<number> {
    const started = performance.now();
    for (const file of [PROGRAM, CLOCK]) {
      if (!existsSync(join(ROOT, file))) throw new Error(`${file} is missing: npm run build`);
    }
    this.spawn();
    const url = await this.hear(/is ready: (http:\S+)/, START_MS);
    this.url = url;
    this.port = new URL(url).port;
    return performance.now() - started;
  }

  /** Waits for what the program says on the terminal; answers the first group. */
  async hear(sign: RegExp, withinMs = START_MS): Promise<string> {
    const { child } = this;
    return until(`the server never said ${String(sign)}`, withinMs, () => {
      const found = sign.exec(this.said)?.[1];
      if (found === undefined && (child === null || hasEnded(child))) {
        throw new Error(`the server ended instead of saying ${String(sign)}:\n${this.lastWords()}`);
      }
      return found;
    });
  }

  get running(): boolean {
    return this.child !== null && !hasEnded(this.child);
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** kill -9: no goodbye. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.over();
  }

  /** As an administrator stops it. @returns its exit code */
  async stop(): Promise<number | null> {
    this.signal('SIGTERM');
    return this.over();
  }

  lastWords(): string {
    return this.said.split('\n').slice(-15).join('\n');
  }

  private spawn(): void {
    const { dataDir, logFile, clockFile } = this.place;
    const clock = clockFile === null ? [] : ['--import', pathToFileURL(join(ROOT, CLOCK)).href];
    const child = spawn(process.execPath, [...clock, PROGRAM], {
      cwd: ROOT,
      env: {
        PATH: process.env['PATH'],
        ...{ PORT: this.port, HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
        // A clock that jumps for weeks must not sign everybody out.
        ...{ SESSION_IDLE_HOURS: '720', SESSION_MAX_DAYS: '365' },
        ...(clockFile === null ? {} : { CLOCK_OFFSET_FILE: clockFile }),
      },
      // Ctrl-C is ours alone; and when we are gone, it stops by itself.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.said = '';
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (part: Buffer) => {
        appendFileSync(logFile, part);
        if (this.child === child) this.said = (this.said + String(part)).slice(-20_000);
      });
    }
  }

  private async over(): Promise<number | null> {
    const { child } = this;
    if (child === null) return null;
    await until('the server does not end', STOP_MS, () => hasEnded(child));
    return child.exitCode;
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
