import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type { Clock } from '@sturmwarte/domain';
import { OutboxRepository, type Database, type OutboxRow } from '@sturmwarte/store';
import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import { BUS, CLOCK, DATABASE, LOG } from '../common/tokens.js';
import { atMost } from './at-most.js';
import { HandOverService, type HandedOver } from './hand-over.service.js';
import { InFlight } from './in-flight.js';
import { Leave, type SendOutcome } from './leave.js';
import { SettleService } from './settle.service.js';

const EVERY_MS = 1_000;
/** Side by side on one server; a slow newsroom must not hold up the others. */
const AT_ONCE = 8;
/** Transactions side by side: those of one incident wait for each other and must not use up all connections. */
const WRITERS = 3;
/** Before an answer that could not be written is given up, and reading back has to find it out. */
const WRITE_TRIES_MS = [0, 200, 1_000, 3_000, 10_000, 30_000];

/**
 * Takes what is due and lets it go, once: claim, hand over in one transaction, send, write down what came of it. Several
 * servers may do so on one database.
 */
@Injectable()
export class Sender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly outbox: OutboxRepository;
  private readonly carried = new Set<Promise<void>>();
  private readonly inTurn = atMost(WRITERS);
  private timer: NodeJS.Timeout | undefined;
  private claiming: Promise<void> | null = null;
  private again = false;
  private ended = false;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
    private readonly handing: HandOverService,
    private readonly inFlight: InFlight,
    private readonly leave: Leave,
    private readonly settling: SettleService,
  ) {
    this.outbox = new OutboxRepository(db);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), EVERY_MS);
    this.bus.on('live.appended').subscribe(({ messages }) => {
      if (messages.some(({ body }) => body.type === 'incident' || body.type === 'posting')) {
        this.look();
      }
    });
  }

  /** What is on its way may end; nothing new is begun. */
  async beforeApplicationShutdown(): Promise<void> {
    this.ended = true;
    clearInterval(this.timer);
    await this.claiming;
    await Promise.all(this.carried);
  }

  /** Nothing left that could be taken, nothing under way: for tests. */
  async settled(): Promise<void> {
    do {
      await this.claiming;
      await Promise.all(this.carried);
    } while (this.claiming !== null || this.carried.size > 0);
  }

  /** Looks for what is due; what comes in meanwhile is seen by another look. */
  look(): void {
    if (this.ended) return;
    if (this.claiming !== null) {
      this.again = true;
      return;
    }
    this.claiming = this.claim()
      .catch((err: unknown) => this.log.error({ err }, 'due publications could not be taken'))
      .finally(() => {
        this.claiming = null;
        if (this.again) {
          this.again = false;
          this.look();
        }
      });
  }

  private async claim(): Promise<void> {
    const free = AT_ONCE - this.carried.size;
    if (free <= 0) return;
    for (const row of await this.outbox.claim(new Date(this.clock.now()), free)) {
      const carried = this.carry(row)
        .catch((err: unknown) => this.log.error({ err, ...nameOf(row) }, 'a publication is stuck'))
        .finally(() => {
          this.carried.delete(carried);
          this.look();
        });
      this.carried.add(carried);
    }
  }

  private async carry(row: OutboxRow): Promise<void> {
    const handed = await this.inTurn(() => this.handing.handOver(row));
    if (handed === null) return;
    const outcome = await this.send(handed);
    this.log.info({ ...nameOf(row), outcome: outcome.kind }, 'a publication was sent');
    await this.writeDown(handed.row, outcome);
  }

  private async send({ row, exit, dispatch, leasedAt }: HandedOver): Promise<SendOutcome> {
    try {
      const outcome = await this.inFlight.carry(row, leasedAt, (reins) =>
        this.leave.send(row, exit, dispatch, reins),
      );
      return outcome ?? { kind: 'refused', why: 'too-late' };
    } catch (err) {
      this.log.error({ err, ...nameOf(row) }, 'sending broke off');
      return { kind: 'unknown', why: 'broke-off' };
    }
  }

  private async writeDown(row: OutboxRow, outcome: SendOutcome): Promise<void> {
    for (const [tries, pause] of WRITE_TRIES_MS.entries()) {
      await sleep(pause);
      try {
        await this.inTurn(() => this.settling.answered(row, outcome));
        return;
      } catch (err) {
        this.log.error({ err, ...nameOf(row), tries }, 'an answer could not be written down');
      }
    }
  }
}

function nameOf({ incidentId, entry }: OutboxRow): { incidentId: number; publication: number } {
  return { incidentId, publication: entry };
}
