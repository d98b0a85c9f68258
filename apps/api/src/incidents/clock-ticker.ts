import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { nextTurnOf, turnClocks, type Clock } from '@sturmwarte/domain';
import { IncidentRepository } from '@sturmwarte/store';
import type { Logger } from 'pino';
import { CLOCK, LOG } from '../common/tokens.js';
import { IncidentDesk } from '../common/incident-desk.js';

const EVERY_MS = 1_000;
const AT_ONCE = 50;

/**
 * The server's time drives every clock of every incident. When the next one turns is a column, so a restart forgets
 * nothing, and a turn is an entry of the journal, so it happens once.
 */
@Injectable()
export class ClockTicker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly incidents: IncidentRepository;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;

  constructor(
    private readonly desk: IncidentDesk,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.incidents = new IncidentRepository(desk.db);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tick(), EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Turns what is due; one round at a time. */
  tick(): Promise<void> {
    return (this.running ??= this.turnAll()
      .catch((err: unknown) => this.log.error({ err }, 'clocks of incidents could not be turned'))
      .finally(() => (this.running = null)));
  }

  private async turnAll(): Promise<void> {
    for (const id of await this.incidents.turning(new Date(this.clock.now()), AT_ONCE)) {
      await this.desk.change(id, null, async ({ incident }, { at, playbooks }, tx) => {
        const turns = turnClocks(incident, playbooks, at);
        // Nothing to tell after all: what stands in the column is out of date.
        if (turns.length === 0) {
          const next = nextTurnOf(incident, playbooks, at);
          await this.incidents.setNextTurn(id, next, tx);
        }
        return turns;
      });
    }
  }
}
