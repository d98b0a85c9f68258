import { setTimeout as sleep } from 'node:timers/promises';

const WINDOW_MS = 1_000;
/** Rest for each unit of work while little comes in. */
const AT_EASE = 0.25;
/** At so many mentions a second it rests three times as long as it works; half of them hardly slow it down. */
const BUSY_PER_SECOND = 12_000;
const BUSY = 3;
const LONGEST_MS = 5_000;

/**
 * Keeps the work behind the commit from taking the time of the intake: the more comes in, the longer it rests. What a
 * machine takes in all day leaves it time enough to keep up; what comes in a flood is worked off after it.
 */
export class Breather {
  private arrivals: { at: number; count: number }[] = [];

  arrived(count: number): void {
    const at = performance.now();
    this.arrivals = this.arrivals.filter((one) => at - one.at < WINDOW_MS);
    this.arrivals.push({ at, count });
  }

  /** Rests in proportion to the time the last piece of work took. */
  async rest(workedMs: number): Promise<void> {
    const factor = AT_EASE + BUSY * (this.perSecond() / BUSY_PER_SECOND) ** 3;
    await sleep(Math.min(workedMs * factor, LONGEST_MS));
  }

  private perSecond(): number {
    const since = performance.now() - WINDOW_MS;
    return this.arrivals.filter(({ at }) => at >= since).reduce((sum, { count }) => sum + count, 0);
  }
}
