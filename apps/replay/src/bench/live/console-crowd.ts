import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type ToConsoles =
  | {
      readonly do: 'connect';
      readonly url: string;
      readonly origin: string;
      readonly count: number;
      /** Sessions to share, in turns; none for a server without sessions. */
      readonly cookies: readonly string[];
      /** Does it speak socket.io? */
      readonly greets: boolean;
    }
  | { readonly do: 'count' }
  | { readonly do: 'leave' };

export interface Counts {
  /** Everything received, beats and pulses included. */
  readonly frames: number;
  readonly pulses: number;
  readonly bytes: number;
  /** One numbered message as it came. */
  readonly sample: string | null;
}
export interface Heard {
  /** When the first and when the last console had it, on the machine's clock. */
  readonly firstAt: number;
  readonly lastAt: number;
}
export type FromConsoles =
  | { readonly is: 'connected' }
  | { readonly is: 'failed'; readonly why: string }
  | ({ readonly is: 'heard-by-all' } & Heard)
  | ({ readonly is: 'counts' } & Counts)
  | { readonly is: 'left' };

type Answer<K extends FromConsoles['is']> = Extract<FromConsoles, { is: K }>;

const PROGRAM = fileURLToPath(new URL('./consoles.js', import.meta.url));
const PATIENCE_MS = 60_000;

/** Many consoles in another process. */
export class ConsoleCrowd {
  private readonly process: ChildProcess = fork(PROGRAM, { stdio: 'inherit' });

  get pid(): number {
    return this.process.pid ?? 0;
  }

  async connect(wish: Omit<Extract<ToConsoles, { do: 'connect' }>, 'do'>): Promise<void> {
    await this.ask({ do: 'connect', ...wish }, 'connected');
  }

  counts(): Promise<Counts> {
    return this.ask({ do: 'count' }, 'counts');
  }

  async leave(): Promise<void> {
    await this.ask({ do: 'leave' }, 'left');
  }

  /** Resolves when every console has had the next numbered message. */
  heardByAll(): Promise<Heard> {
    return this.next('heard-by-all');
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    this.process.disconnect();
    await once(this.process, 'exit');
  }

  private ask<K extends FromConsoles['is']>(order: ToConsoles, answer: K): Promise<Answer<K>> {
    const coming = this.next(answer);
    this.process.send(order);
    return coming;
  }

  private next<K extends FromConsoles['is']>(wanted: K): Promise<Answer<K>> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(patience);
        this.process.off('message', hear).off('exit', gone);
      };
      const fail = (why: string): void => {
        end();
        reject(new Error(why));
      };
      const hear = (message: FromConsoles): void => {
        if (message.is === 'failed') fail(message.why);
        if (message.is !== wanted) return;
        end();
        resolve(message as Answer<K>);
      };
      const gone = (): void => fail('the consoles ended');
      const patience = setTimeout(() => fail(`consoles: no "${wanted}" came`), PATIENCE_MS);
      this.process.on('message', hear).once('exit', gone);
    });
  }
}
