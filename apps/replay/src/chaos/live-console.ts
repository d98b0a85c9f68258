import { setTimeout as sleep } from 'node:timers/promises';
import type {
  ConsoleToServer,
  LiveMessage,
  Reply,
  Resumed,
  ServerToConsole,
} from '@sturmwarte/contracts';
import { io, type Socket } from 'socket.io-client';

const AGAIN_AFTER_MS = 50;
const RESUME_MS = 30_000;

/** A console that writes down every numbered message and resumes where it was whenever its line breaks. */
export class LiveConsole {
  readonly faults: string[] = [];
  /** Newest number seen per stream. */
  readonly cursors = new Map<number, number>();
  /** Of each message heard live: milliseconds since the database wrote it down. */
  readonly delays: number[] = [];
  breaks = 0;
  private socket: Socket<ServerToConsole, ConsoleToServer> | null = null;
  private waiting: LiveMessage[] | null = [];
  private closed = false;
  private hangUp: () => void = () => undefined;
  private first = true;
  private running: Promise<void> | null = null;

  constructor(
    private readonly name: string,
    private readonly url: () => string,
    private readonly cookie: () => string,
    private readonly streams: readonly number[],
    private readonly onMessage: (message: LiveMessage) => void = () => undefined,
  ) {}

  /** Resolves when the console is seated for the first time. */
  async open(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.running = this.live(resolve);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    this.hangUp();
    await this.running;
  }

  /** Stops or goes on reading from the line, as a sleeping laptop does. */
  pause(paused: boolean): void {
    const engine = this.socket?.io.engine as unknown as {
      transport?: { ws?: { pause(): void; resume(): void } };
    };
    if (paused) engine.transport?.ws?.pause();
    else engine.transport?.ws?.resume();
  }

  private async live(seated: () => void): Promise<void> {
    while (!this.closed) {
      await this.once(seated);
      if (this.closed) return;
      this.breaks++;
      await sleep(AGAIN_AFTER_MS);
    }
  }

  /** From connecting to the break of the line. */
  private async once(seated: () => void): Promise<void> {
    const socket: Socket<ServerToConsole, ConsoleToServer> = io(`${this.url()}/live`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie: this.cookie() },
    });
    this.socket = socket;
    this.waiting = [];
    const over = new Promise<void>((resolve) => {
      this.hangUp = resolve; // a line that is still being made says nothing when it is given up
      socket.once('disconnect', () => resolve());
      socket.once('connect_error', () => resolve());
    });
    socket.on('message', (message) => {
      if (this.waiting === null) this.take(message, true);
      else this.waiting.push(message);
    });
    socket.once('connect', () => void this.resume(socket).then(seated, () => socket.close()));
    await over;
    socket.close();
  }

  private async resume(socket: Socket<ServerToConsole, ConsoleToServer>): Promise<void> {
    const streams = this.streams.map((stream) => ({
      stream,
      seq: this.first ? -1 : (this.cursors.get(stream) ?? 0),
    }));
    const reply = (await socket
      .timeout(RESUME_MS)
      .emitWithAck('resume', { streams })) as Reply<Resumed>;
    if (!reply.ok) throw new Error(reply.code);
    const { messages, heads, reset } = reply.data;
    if (this.first) for (const { stream, seq } of heads) this.cursors.set(stream, seq);
    this.first = false;
    if (reset.length > 0) this.faults.push(`${this.name}: told to start anew: ${reset.join(', ')}`);
    for (const message of messages) this.take(message, false);
    for (const message of this.waiting ?? []) this.take(message, false);
    this.waiting = null;
  }

  private take(message: LiveMessage, live: boolean): void {
    const { stream, seq } = message;
    const next = (this.cursors.get(stream) ?? 0) + 1;
    if (seq < next) this.faults.push(`${this.name}: ${stream}/${seq} came twice`);
    if (seq > next) this.faults.push(`${this.name}: ${stream}/${next} to ${seq - 1} missing`);
    if (live) this.delays.push(Date.now() - Date.parse(message.at));
    this.cursors.set(stream, Math.max(seq, next - 1));
    this.onMessage(message);
  }
}
