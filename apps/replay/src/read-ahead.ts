import type { Entry, Read, Unplayable } from './entry.js';

const MOST_AHEAD = 2_000;

/** A bounded queue in front of the player: reads on while there is room, waits while there is none. */
export class ReadAhead {
  readonly queue: Entry[] = [];
  ended = false;
  private failure: Error | undefined;
  private wakeReader: (() => void) | undefined;
  private wakePlayer: (() => void) | undefined;

  constructor(lines: AsyncIterable<Read>, onUnplayable: (line: Unplayable) => void) {
    this.fill(lines, onUnplayable).catch((error: unknown) => {
      this.failure = error instanceof Error ? error : new Error(String(error));
      this.end();
    });
  }

  /** Resolves when there is something to play or the recording has ended. Throws what reading threw. */
  async ready(): Promise<void> {
    if (this.queue.length === 0 && !this.ended) {
      await new Promise<void>((resolve) => (this.wakePlayer = resolve));
    }
    if (this.failure !== undefined) throw this.failure;
  }

  take(count: number): Entry[] {
    const taken = this.queue.splice(0, count);
    if (this.queue.length < MOST_AHEAD / 2) this.wakeReader?.();
    return taken;
  }

  private async fill(lines: AsyncIterable<Read>, tell: (line: Unplayable) => void): Promise<void> {
    for await (const read of lines) {
      if ('unplayable' in read) {
        tell(read.unplayable);
        continue;
      }
      this.queue.push(read.entry);
      this.wakePlayer?.();
      if (this.queue.length >= MOST_AHEAD) {
        await new Promise<void>((resolve) => (this.wakeReader = resolve));
      }
    }
    this.end();
  }

  private end(): void {
    this.ended = true;
    this.wakePlayer?.();
  }
}
