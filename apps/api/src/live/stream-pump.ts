import type { LiveMessage } from '@sturmwarte/contracts';
import type { LiveLog, StreamPosition } from '@sturmwarte/store';

/** A client that missed more than this fetches the state anew instead. */
const MOST_MISSED = 2_000;

export interface Missed {
  readonly messages: readonly LiveMessage[];
  readonly reset: readonly number[];
}

/**
 * Follows the numbered log and sends every message of every stream once, in order. What is said on the bus is a hint:
 * when it leaves a gap (late commits, another node), the log itself is read.
 */
export class StreamPump {
  private readonly cursors = new Map<number, number>();
  private reading: Promise<void> | null = null;

  constructor(
    private readonly log: Pick<LiveLog, 'readAfter' | 'heads'>,
    private readonly send: (message: LiveMessage) => void,
  ) {}

  /** From here on; what is older is for those who ask. */
  async start(): Promise<void> {
    for (const { stream, seq } of await this.log.heads('all')) this.cursors.set(stream, seq);
  }

  /** The newest number sent in a stream. */
  cursor(stream: number): number {
    return this.cursors.get(stream) ?? 0;
  }

  heads(): StreamPosition[] {
    return [...this.cursors].map(([stream, seq]) => ({ stream, seq }));
  }

  /** Sends what follows without a gap; true when something is missing and the log must be read. */
  hint(messages: readonly LiveMessage[]): boolean {
    let gap = false;
    for (const message of messages) {
      const next = this.cursor(message.stream) + 1;
      if (message.seq === next) this.forward(message);
      else if (message.seq > next) gap = true;
    }
    return gap;
  }

  /** Reads the log up to its end; one reading at a time. */
  catchUp(): Promise<void> {
    return (this.reading ??= this.readOn().finally(() => (this.reading = null)));
  }

  /**
   * What a client missed, up to exactly what has been sent at the moment `subscribe` is called: from there on the
   * client gets what is sent, so that nothing is lost and nothing comes twice. Streams whose gap is gone are to be
   * reset.
   */
  async missed(positions: readonly StreamPosition[], subscribe: () => void): Promise<Missed> {
    const reset = new Set<number>();
    const seen = new Map(positions.map(({ stream, seq }) => [stream, seq]));
    const messages: LiveMessage[] = [];
    for (;;) {
      for (const [stream, seq] of seen) {
        const behind = this.cursor(stream) - seq;
        if (behind < 0 || behind > MOST_MISSED) reset.add(stream);
      }
      const behind = [...seen]
        .filter(([stream, seq]) => !reset.has(stream) && seq < this.cursor(stream))
        .map(([stream, seq]) => ({ stream, seq }));
      if (behind.length === 0) break;
      this.take(await this.log.readAfter(behind), behind, seen, reset, messages);
    }
    subscribe();
    return { messages: messages.filter(({ stream }) => !reset.has(stream)), reset: [...reset] };
  }

  private take(
    read: readonly LiveMessage[],
    behind: readonly StreamPosition[],
    seen: Map<number, number>,
    reset: Set<number>,
    messages: LiveMessage[],
  ): void {
    let progress = false;
    for (const message of read) {
      const { stream, seq } = message;
      if (seq > this.cursor(stream) || reset.has(stream)) continue;
      if (seq === (seen.get(stream) ?? 0) + 1) {
        messages.push(message);
        seen.set(stream, seq);
        progress = true;
      } else reset.add(stream);
    }
    // Sent, yet no longer in the log: forgotten.
    if (!progress) for (const { stream } of behind) reset.add(stream);
  }

  private async readOn(): Promise<void> {
    for (;;) {
      const behind = (await this.log.heads('all')).filter(
        ({ stream, seq }) => seq > this.cursor(stream),
      );
      if (behind.length === 0) return;
      const from = behind.map(({ stream }) => ({ stream, seq: this.cursor(stream) }));
      const read = await this.log.readAfter(from);
      this.hint(read);
      if (read.length === 0) for (const { stream, seq } of behind) this.cursors.set(stream, seq);
    }
  }

  private forward(message: LiveMessage): void {
    this.cursors.set(message.stream, message.seq);
    this.send(message);
  }
}
