import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { Config } from '@sturmwarte/config';
import type { Clock } from '@sturmwarte/domain';
import {
  AccountLinkRepository,
  PasskeyRepository,
  SessionRepository,
  SignInStepRepository,
  type Database,
} from '@sturmwarte/store';
import type { Logger } from 'pino';
import { CLOCK, CONFIG, DATABASE, LOG } from '../common/tokens.js';
import { ThrottleService } from './throttle.service.js';

const HOUR_MS = 3_600_000;
/** Used and expired links stay this long, for questions. */
const LINKS_KEPT_MS = 30 * 24 * HOUR_MS;

/** Removes ended sessions, old links and old attempts every hour: nobody is kept longer than needed. */
@Injectable()
export class SweepService implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
    private readonly throttle: ThrottleService,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.sweepSafely();
    }, HOUR_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    await new SessionRepository(this.db).sweep(now, this.config.sessionIdleHours * HOUR_MS);
    await new AccountLinkRepository(this.db).sweep(now - LINKS_KEPT_MS);
    await new SignInStepRepository(this.db).sweep(now);
    await new PasskeyRepository(this.db).sweep(now);
    await this.throttle.sweep();
  }

  private async sweepSafely(): Promise<void> {
    try {
      await this.sweep();
    } catch (err) {
      this.log.warn({ err }, 'could not remove ended sessions; trying again in an hour');
    }
  }
}
