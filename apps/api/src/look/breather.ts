import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** Above this share of time in which the event loop works, the work behind the commit makes room... */
const BUSY = 0.7;
/** ...and below this one it takes up again. */
const AT_EASE = 0.6;
/** Rest for each unit of work, at least and at most. */
const LEAST = 0.25;
const MOST = 128;
const LOOK_EVERY_MS = 100;
const LONGEST_MS = 1_000;

/**
 * Keeps the work behind the commit from taking the time of the intake: the rests double while the server is busy and
 * halve while it is not. So it uses what is left over, on a machine of any speed.
 */
export class Breather {
  private factor = LEAST;
  private lookedAt = performance.now();

  constructor(
    private readonly utilization: () => number = loopUtilization(),
    private readonly pause: (ms: number) => Promise<unknown> = sleep,
  ) {}

  /** Rests in proportion to the time the last piece of work took. */
  async rest(workedMs: number): Promise<void> {
    const now = performance.now();
    if (now - this.lookedAt >= LOOK_EVERY_MS) {
      this.lookedAt = now;
      this.adapt(this.utilization());
    }
    await this.pause(Math.min(workedMs * this.factor, LONGEST_MS));
  }

  private adapt(utilization: number): void {
    if (utilization > BUSY) this.factor = Math.min(this.factor * 2, MOST);
    else if (utilization < AT_EASE) this.factor = Math.max(this.factor / 2, LEAST);
  }
}

/** The share of the time since the last call in which the event loop had something to do. */
function loopUtilization(): () => number {
  let last = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, last);
    last = now;
    return utilization;
  };
}
