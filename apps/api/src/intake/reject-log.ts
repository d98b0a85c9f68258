import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { Refusal } from '@sturmwarte/connectors';
import { RejectRepository, type Database, type Reject } from '@sturmwarte/store';
import type { Logger } from 'pino';
import { DATABASE, LOG } from '../common/tokens.js';

const FLUSH_MS = 1_000;
const LISTED_PER_FLUSH = 100;

interface Waiting {
  count: number;
  atMs: number;
  listed: Reject[];
}

/**
 * Notes refused lines for the people of their source, a second later and beside the intake. The sender has been told
 * at once; should the server die in between, only this note is lost.
 */
@Injectable()
export class RejectLog implements OnModuleInit, BeforeApplicationShutdown {
  private readonly rejects: RejectRepository;
  private waiting = new Map<number, Waiting>();
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.rejects = new RejectRepository(db.pool);
  }

  onModuleInit(): void {
    this.timer = setInterval(() => void this.flush(), FLUSH_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** `sample` is only called when the line is listed. */
  note(sourceId: number, atMs: number, line: number, refusal: Refusal, sample: () => string): void {
    let waiting = this.waiting.get(sourceId);
    if (waiting === undefined) {
      waiting = { count: 0, atMs, listed: [] };
      this.waiting.set(sourceId, waiting);
    }
    waiting.count++;
    waiting.atMs = atMs;
    if (waiting.listed.length >= LISTED_PER_FLUSH) return;
    waiting.listed.push({ line, code: refusal.code, params: refusal.params, sample: sample() });
  }

  flush(): Promise<void> {
    const taken = [...this.waiting].map(([sourceId, waiting]) => ({ sourceId, ...waiting }));
    this.waiting = new Map();
    if (taken.length > 0) {
      this.flushing = this.flushing.then(() =>
        this.rejects
          .add(taken)
          .catch((err: unknown) => this.log.warn({ err }, 'refused lines could not be noted')),
      );
    }
    return this.flushing;
  }
}
