/** A level seen, waiting to be written down. */
export interface Queued {
  readonly level: number;
}

export interface Patience {
  /** First wait after a failure, milliseconds; doubles up to the longest. */
  readonly firstMs: number;
  readonly longestMs: number;
}

const DEFAULT_PATIENCE: Patience = { firstMs: 250, longestMs: 10_000 };

/**
 * One topic's sightings on their way to the database: one at a time, in order, retried until they are there. While
 * the database is away, of several in a row at the same level the newest is enough; no change of level is left out.
 */
export class SightingQueue<T extends Queued> {
  private readonly waiting: T[] = [];
  private working: Promise<void> | null = null;
  private stopped = false;
  private wake: (() => void) | null = null;

  constructor(
    private readonly record: (seen: T) => Promise<void>,
    private readonly onTrouble: (error: unknown) => void,
    private readonly patience: Patience = DEFAULT_PATIENCE,
  ) {}

  push(seen: T): void {
    if (this.stopped) return;
    const last = this.waiting.at(-1);
    if (last !== undefined && last.level === seen.level) this.waiting.pop();
    this.waiting.push(seen);
    this.working ??= this.work().finally(() => (this.working = null));
  }

  /** Resolves when everything seen so far is written down. */
  async idle(): Promise<void> {
    while (this.working) await this.working;
  }

  /** Gives up waiting for the database; what is not written is seen again after the next start. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake?.();
    await this.idle();
  }

  private async work(): Promise<void> {
    for (;;) {
      const seen = this.waiting.shift();
      if (seen === undefined) return;
      await this.insist(seen);
    }
  }

  private async insist(seen: T): Promise<void> {
    for (let waitMs = this.patience.firstMs; ; waitMs = this.longer(waitMs)) {
      try {
        await this.record(seen);
        return;
      } catch (error) {
        this.onTrouble(error);
      }
      if (this.stopped) return;
      await this.pause(waitMs);
    }
  }

  private longer(waitMs: number): number {
    return Math.min(waitMs * 2, this.patience.longestMs);
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
