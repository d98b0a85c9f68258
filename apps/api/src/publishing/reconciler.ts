import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { ExitRepository, OutboxRepository, type Database, type OutboxRow } from '@sturmwarte/store';
import type { Logger } from 'pino';
import { DATABASE, LOG } from '../common/tokens.js';
import { Leave } from './leave.js';
import { SettleService } from './settle.service.js';

const EVERY_MS = 1_000;
const AT_ONCE = 20;
const PATIENCE_MS = 15_000;

/** How patiently unknown publications are read back. */
export interface LookPace {
  /** After the first, second, ... look that proved nothing; the last one for all that follow. */
  readonly pausesMs: readonly number[];
  /** Then a person has to look. */
  readonly most: number;
  /** "Not there" is believed when it was heard so often in a row ... */
  readonly absences: number;
  /** ... and nobody has known for so long: what is still being worked on at the other side is there by then. */
  readonly quietMs: number;
}

/**
 * Nobody knows whether these left: whoever sent them is gone, or no answer came. They are read back where the other side
 * can be asked, and wait for a person where it cannot. They are never sent again.
 */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  pace: LookPace = {
    pausesMs: [2_000, 5_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000],
    most: 150,
    absences: 3,
    quietMs: 60_000,
  };
  private readonly outbox: OutboxRepository;
  private readonly exits: ExitRepository;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(LOG) private readonly log: Logger,
    private readonly leave: Leave,
    private readonly settling: SettleService,
  ) {
    this.outbox = new OutboxRepository(db);
    this.exits = new ExitRepository(db);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tick(), EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** One round at a time. */
  tick(): Promise<void> {
    return (this.running ??= this.round()
      .catch((err: unknown) => this.log.error({ err }, 'publications could not be reconciled'))
      .finally(() => (this.running = null)));
  }

  /** Senders that are gone: their publications are unknown from here on. */
  async markAbandoned(): Promise<void> {
    for (const row of await this.outbox.abandoned(AT_ONCE)) await this.settling.abandoned(row);
  }

  private async round(): Promise<void> {
    await this.markAbandoned();
    const due = await this.outbox.claimLooks(AT_ONCE);
    await Promise.all(
      due.map((row) =>
        this.look(row).catch((err: unknown) =>
          this.log.error({ err, incidentId: row.incidentId }, 'a publication was not read back'),
        ),
      ),
    );
  }

  private async look(row: OutboxRow): Promise<void> {
    const { pausesMs, most, absences, quietMs } = this.pace;
    const exit = await this.exits.find(row.exitId);
    const found = await this.leave.readBack(row, exit, AbortSignal.timeout(PATIENCE_MS));
    if (found === null) {
      await this.outbox.lookAgain(row, null, 0);
      return;
    }
    if (found.kind === 'found') {
      await this.settling.readBack(row, found);
      return;
    }
    const absent = found.kind === 'absent' ? row.absences + 1 : 0;
    if (found.kind === 'absent' && absent >= absences && row.unknownForMs >= quietMs) {
      await this.settling.readBack(row, found);
      return;
    }
    const pause = pausesMs[Math.min(row.looks, pausesMs.length) - 1] ?? EVERY_MS;
    await this.outbox.lookAgain(row, row.looks >= most ? null : pause, absent);
  }
}
