import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Incident, IncidentEvent } from '@sturmwarte/domain';
import type { PostingStopView } from '@sturmwarte/contracts';
import { PostingStopRepository, type Database } from '@sturmwarte/store';
import type { Logger } from 'pino';
import { IncidentDesk } from '../common/incident-desk.js';
import { DATABASE, LOG } from '../common/tokens.js';

const EVERY_MS = 1_000;
const AT_ONCE = 100;

/**
 * Writes into each open incident of a brand what holds for it: also into one that was opened, reopened or split off
 * later, and also after a restart in between. The stop itself does not wait for this; it holds by its own register.
 */
@Injectable()
export class StopTeller implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stops: PostingStopRepository;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(LOG) private readonly log: Logger,
    private readonly desk: IncidentDesk,
  ) {
    this.stops = new PostingStopRepository(db);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tick(), EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  tick(): Promise<void> {
    return (this.running ??= this.tellAll()
      .catch((err: unknown) => this.log.error({ err }, 'a posting stop could not be told'))
      .finally(() => (this.running = null)));
  }

  /** Everything that can be told at this moment. */
  async tellAll(): Promise<void> {
    for (const { incidentId, newest } of await this.stops.untold(AT_ONCE)) {
      await this.desk.change(incidentId, newest.by, ({ incident }) => told(incident, newest));
    }
  }
}

/** Under the lock: somebody else may have told it meanwhile. */
function told(incident: Incident, { id, kind, reason }: PostingStopView): readonly IncidentEvent[] {
  const { postingStop, state } = incident;
  if (state === 'merged') return [];
  if (kind === 'stop') {
    return state !== 'open' || postingStop?.stop === id
      ? []
      : [{ type: 'posting-stopped', stop: id, reason }];
  }
  return postingStop === null ? [] : [{ type: 'posting-resumed', stop: postingStop.stop, reason }];
}
