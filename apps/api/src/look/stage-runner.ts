import { setTimeout as sleep } from 'node:timers/promises';
import type { IntakeBatchRow, StagePlace, StageRepository } from '@sturmwarte/store';
import type { Logger } from 'pino';

export interface Stage {
  readonly name: string;
  /** Batches read at once. */
  readonly batches: number;
  /**
   * Deals with some batches, in order, and moves the offset past the last of them in the same transaction as its
   * effects. False when another server has moved it meanwhile.
   */
  work(batches: readonly IntakeBatchRow[], from: StagePlace, to: StagePlace): Promise<boolean>;
}

/** Right after a commit an older transaction may still hide it. */
const SOON_MS = 100;
const IDLE_MS = 1_000;
/** A commit is first acknowledged, and may raise an alert: that goes before what may wait a second. */
const COURTESY_MS = 20;
const FAULT_MS = 2_000;

/** Runs one stage behind the commit: in order, durable, catching up after a stop, never ahead of itself. */
export class StageRunner {
  private running: Promise<void> | undefined;
  private stopping = false;
  private wake: () => void = () => undefined;
  private woken = false;
  private behindSince: Date | null = null;

  constructor(
    private readonly stage: Stage,
    private readonly stages: StageRepository,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.running ??= this.loop();
  }

  /** Something was committed. */
  nudge(): void {
    this.woken = true;
    this.wake();
  }

  /** Seconds since the commit of the oldest batch that waits for this stage; 0 when there is none. */
  lagSeconds(): number {
    return this.behindSince === null ? 0 : (Date.now() - this.behindSince.getTime()) / 1_000;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      const woken = this.woken;
      this.woken = false;
      try {
        if (await this.step()) continue;
        await this.rest(woken ? SOON_MS : IDLE_MS);
      } catch (err) {
        this.log.warn({ err, stage: this.stage.name }, 'a stage behind the intake failed, goes on');
        await this.rest(FAULT_MS);
      }
    }
  }

  /** False when there was nothing to do. */
  private async step(): Promise<boolean> {
    const from = await this.stages.place(this.stage.name);
    const batches = await this.stages.batchesAfter(from, this.stage.batches);
    const last = batches.at(-1);
    this.behindSince = batches[0]?.committedAt ?? null;
    if (last === undefined) return false;
    return this.stage.work(batches, from, { xid: last.xid, id: last.id });
  }

  private async rest(ms: number): Promise<void> {
    if (!this.woken && !this.stopping) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = () => undefined;
    }
    if (!this.stopping) await sleep(COURTESY_MS);
  }
}
