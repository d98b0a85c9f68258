import type {
  ConsoleToServer,
  LiveMessage,
  Reply,
  Resumed,
  ServerToConsole,
} from '@sturmwarte/contracts';
import { io, type Socket } from 'socket.io-client';
import type { Member } from './people.js';

const ASK_MS = 10_000;

/** Listens to the numbered log like a console: comes back after every drop and asks for what it missed. */
export class Listener {
  /** Everything heard, in the order heard. */
  readonly heard: LiveMessage[] = [];
  /** How often it came back after a drop. */
  resumed = 0;
  /** The server would not fill a gap any more. */
  reset = false;
  private readonly seen = new Map<number, number>();
  private everResumed = false;

  private constructor(private readonly socket: Socket<ServerToConsole, ConsoleToServer>) {
    // What comes before the answer to `resume` belongs to the time after it.
    socket.on('message', (message) => this.take(message));
    socket.on('connect', () => void this.resume());
  }

  static async open({ caller }: Member): Promise<Listener> {
    const socket: Socket<ServerToConsole, ConsoleToServer> = io(`${caller.url}/live`, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 500,
      extraHeaders: { cookie: caller.cookie ?? '' },
    });
    const listener = new Listener(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return listener;
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  ask<T>(event: 'resume' | 'watch', request: unknown): Promise<Reply<T>> {
    return this.socket.timeout(ASK_MS).emitWithAck(event, request as never) as Promise<Reply<T>>;
  }

  /** Steps in the numbers of a stream that are not +1: gaps and doubles. */
  jumps(): string[] {
    const last = new Map<number, number>();
    return this.heard.flatMap(({ stream, seq }) => {
      const before = last.get(stream);
      last.set(stream, seq);
      return before === undefined || seq === before + 1 ? [] : [`${stream}: ${before} -> ${seq}`];
    });
  }

  close(): void {
    this.socket.close();
  }

  private async resume(): Promise<void> {
    const streams = [...this.seen].map(([stream, seq]) => ({ stream, seq }));
    const reply = await this.ask<Resumed>('resume', { streams }).catch(() => null);
    if (reply?.ok !== true) return;
    reply.data.messages.forEach((message) => this.take(message));
    if (reply.data.reset.length > 0) this.reset = true;
    for (const { stream, seq } of reply.data.heads) {
      if (!this.seen.has(stream)) this.seen.set(stream, seq);
    }
    if (this.everResumed) this.resumed++;
    this.everResumed = true;
  }

  private take(message: LiveMessage): void {
    this.heard.push(message);
    this.seen.set(message.stream, message.seq);
  }
}
