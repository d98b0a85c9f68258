import { Inject, Injectable } from '@nestjs/common';
import { isLoudMute, LOUD_AGAIN_MS, minuteOf, muteStands, type Clock } from '@sturmwarte/domain';
import { QuietMentionsRepository, type NamedMute } from '@sturmwarte/store';
import { CLOCK } from '../common/tokens.js';
import { MuteDesk, type Move } from './mute-desk.js';

const EVERY_MS = 30_000;
const HOUR_MINUTES = 60;

/** A mute of a source or of copies may hide a real storm: when a crowd speaks behind it, people are told. */
@Injectable()
export class LoudMutes {
  private readonly quiet: QuietMentionsRepository;
  private lookedMs = -Infinity;

  constructor(
    private readonly desk: MuteDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.quiet = new QuietMentionsRepository(desk.db);
  }

  /** `nowOf`: the clock of a mute's space; undefined when that is over. Looks every half minute. */
  async tell(
    open: readonly NamedMute[],
    nowOf: (mute: NamedMute) => number | undefined,
  ): Promise<void> {
    const receivedMs = this.clock.now();
    if (receivedMs - this.lookedMs < EVERY_MS) return;
    this.lookedMs = receivedMs;
    for (const mute of open) {
      const now = nowOf(mute);
      const { kind } = mute.subject;
      // One author is no crowd, and a muted topic is judged as ever.
      if (now === undefined || kind === 'topic' || kind === 'author') continue;
      if (!muteStands(mute, now) || wasTold(mute, now)) continue;
      const crowd = await this.quiet.crowd(mute.id, minuteOf(now) - HOUR_MINUTES, receivedMs);
      if (isLoudMute(crowd)) await this.tellOf(mute, now);
    }
  }

  private async tellOf({ id }: NamedMute, now: number): Promise<void> {
    await this.desk.change(null, async (tx): Promise<Move> => {
      const mute = await this.desk.mutes.lock(id, tx);
      if (!muteStands(mute, now)) return null;
      const at = new Date(now).toISOString();
      const before = new Date(now - LOUD_AGAIN_MS).toISOString();
      if (!(await this.desk.mutes.markLoud(id, at, before, tx))) return null;
      return { mute, event: { kind: 'loud', at, by: null, reason: null, until: mute.until } };
    });
  }
}

function wasTold({ loudAt }: NamedMute, now: number): boolean {
  return loudAt !== null && now - Date.parse(loudAt) < LOUD_AGAIN_MS;
}
