import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** Above this share of time in which the event loop works, the work behind the commit makes room... */
const BUSY = 0.65;
/** ...and below this one it takes up again. */
const AT_EASE = 0.55;
/** Rest for each unit of work, at least (unless somebody is less in a hurry) and at most. */
const LEAST = 0.25;
const MOST = 128;
/** Making room is quick, a storm begins within a second; taking up again is not. */
const MORE = 4;
const LESS = 2;
const LOOK_EVERY_MS = 100;
const LONGEST_MS = 1_000;

/**
 * Keeps the work behind the commit from taking the time of the intake: its rests grow while the server is busy
 * and shrink while it is not. So it uses what is left over, on a machine of any speed.
 */
export class Breather {
  private factor: number;
  private lookedAt = performance.now();

  constructor(
    private readonly least = LEAST,
    private readonly utilization: () => number = loopUtilization(),
    private readonly pause: (ms: number) => Promise<unknown> = sleep,
  ) {
    this.factor = least;
  }

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
    if (utilization > BUSY) this.factor = Math.min(this.factor * MORE, MOST);
    else if (utilization < AT_EASE) this.factor = Math.max(this.factor / LESS, this.least);
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
