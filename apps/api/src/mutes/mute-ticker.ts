import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { muteWarnsAt, type Clock, type MuteEvent } from '@sturmwarte/domain';
import { SpaceRepository, type NamedMute } from '@sturmwarte/store';
import type { Logger } from 'pino';
import { CLOCK, LOG } from '../common/tokens.js';
import { LoudMutes } from './loud-mutes.js';
import { MuteDesk, type Move } from './mute-desk.js';

const EVERY_MS = 1_000;

/**
 * Warns before a mute ends, tells when it keeps a crowd quiet, and writes its end down, each once, whichever server is first. That it has ended does not
 * wait for this: whoever keeps quiet because of a mute asks the clock.
 */
@Injectable()
export class MuteTicker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly spaces: SpaceRepository;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;

  constructor(
    private readonly desk: MuteDesk,
    private readonly loud: LoudMutes,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.spaces = new SpaceRepository(desk.db);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tick(), EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Tells what is due; one round at a time. */
  tick(): Promise<void> {
    return (this.running ??= this.tellAll()
      .catch((err: unknown) => this.log.error({ err }, 'mutes could not be ended'))
      .finally(() => (this.running = null)));
  }

  private async tellAll(): Promise<void> {
    const open = await this.desk.mutes.open();
    if (open.length === 0) return;
    const clocks = new Map((await this.spaces.running()).map(({ id, now }) => [id, now]));
    const nowOf = ({ spaceId }: NamedMute): number | undefined => {
      const own = clocks.get(spaceId);
      return own === null ? this.clock.now() : own === undefined ? undefined : Date.parse(own);
    };
    for (const mute of open) {
      const now = nowOf(mute);
      // Of a space that is over nothing is told any more.
      if (now === undefined) continue;
      if (Date.parse(mute.until) <= now) await this.end(mute.id, now);
      else if (mute.warnedAt === null && muteWarnsAt(mute) <= now) await this.warn(mute, now);
    }
    await this.loud.tell(open, nowOf);
  }

  private async end(id: number, now: number): Promise<void> {
    await this.desk.change(null, async (tx): Promise<Move> => {
      const mute = await this.desk.mutes.lock(id, tx);
      if (mute.endedAt !== null || Date.parse(mute.until) > now) return null;
      const ended = await this.desk.mutes.end(id, mute.until, null, tx);
      return { mute: ended, event: eventOf('ended', mute.until, ended) };
    });
  }

  private async warn({ id }: NamedMute, now: number): Promise<void> {
    await this.desk.change(null, async (tx): Promise<Move> => {
      const mute = await this.desk.mutes.lock(id, tx);
      if (mute.endedAt !== null || muteWarnsAt(mute) > now) return null;
      const at = new Date(now).toISOString();
      if (!(await this.desk.mutes.markWarned(id, at, tx))) return null;
      return { mute, event: eventOf('warned', at, mute) };
    });
  }
}

function eventOf(kind: MuteEvent['kind'], at: string, { until }: NamedMute): MuteEvent {
  return { kind, at, by: null, reason: null, until };
}
