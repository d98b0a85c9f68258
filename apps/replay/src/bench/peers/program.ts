import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const UP_MS = 60_000;
const LOOK_EVERY_MS = 50;
const STOP_MS = 10_000;
const LAST_WORDS = 2_000;

/** A peer's program in a process of its own; what it says goes into a file. */
export class Program {
  private said = '';

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {}

  /** Resolves when it answers; throws with its last words when it ends instead. */
  static async start(
    name: string,
    command: readonly string[],
    log: string,
    answers: () => Promise<boolean>,
    cwd?: string,
  ): Promise<Program> {
    const [file = '', ...args] = command;
    const child = spawn(file, args, {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd,
    });
    const program = new Program(name, child);
    program.listen(log);
    try {
      await program.up(answers);
    } catch (error) {
      await program.stop();
      throw error;
    }
    return program;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async stop(): Promise<void> {
    if (this.ended) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const late = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS);
    await gone;
    clearTimeout(late);
  }

  private get ended(): boolean {
    const { pid, exitCode, signalCode } = this.child;
    return pid === undefined || exitCode !== null || signalCode !== null;
  }

  private listen(log: string): void {
    const file = createWriteStream(log);
    this.child.on('error', (error) => (this.said += error.message));
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (part: Buffer) => {
        file.write(part);
        this.said = (this.said + String(part)).slice(-LAST_WORDS);
      });
    }
    this.child.on('close', () => file.end());
  }

  private async up(answers: () => Promise<boolean>): Promise<void> {
    for (const until = performance.now() + UP_MS; performance.now() < until;) {
      if (await answers().catch(() => false)) return;
      if (this.ended) throw new Error(`${this.name} ended at its start:\n${this.said}`);
      await sleep(LOOK_EVERY_MS);
    }
    throw new Error(`${this.name} did not start within ${UP_MS / 1_000} s:\n${this.said}`);
  }
}

export async function answersOk(url: string, init?: RequestInit): Promise<boolean> {
  return (await fetch(url, init)).ok;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
