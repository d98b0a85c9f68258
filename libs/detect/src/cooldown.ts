import { ALARM_LEVEL } from '@sturmwarte/domain';
import type { Level } from '@sturmwarte/domain';

/**
 * After an alarm a topic may be told to stay quiet for a while: what comes back at the same height is the same storm
 * flickering, and nobody wants to be called for it again. What rises higher than before always passes.
 */
export class Cooldown {
  /** The height of the alarm going on; 0 while there is none. */
  height: Level = 0;
  /** The height of the last alarm that is over, and when it ended (ms); -1 before the first. */
  lastHeight: Level = 0;
  endedAt = -1;

  /** How far the topic may rise now. */
  limit(at: number, reached: Level, cooldownMs: number): Level {
    const rests = this.height === 0 && this.endedAt >= 0 && at - this.endedAt < cooldownMs;
    if (!rests || reached < ALARM_LEVEL || reached > this.lastHeight) return reached;
    return (ALARM_LEVEL - 1) as Level;
  }

  /** To be told the level whenever it may have changed. */
  see(at: number, level: Level): void {
    if (level >= ALARM_LEVEL) this.height = level > this.height ? level : this.height;
    else if (this.height > 0) {
      this.lastHeight = this.height;
      this.endedAt = at;
      this.height = 0;
    }
  }
}
