import { setTimeout as sleep } from 'node:timers/promises';

const WINDOW_MS = 1_000;
/** So many new mentions in a second are a storm: what can wait, waits. */
const STORM_PER_SECOND = 2_000;
const AT_EASE = 0.25;
const IN_STORM = 8;
const LONGEST_MS = 2_000;

/** Keeps the work behind the commit from taking the time of the intake: the more comes in, the longer it rests. */
export class Breather {
  private arrivals: { at: number; count: number }[] = [];

  arrived(count: number): void {
    const at = performance.now();
    this.arrivals = this.arrivals.filter((one) => at - one.at < WINDOW_MS);
    this.arrivals.push({ at, count });
  }

  /** Rests in proportion to the time the last piece of work took. */
  async rest(workedMs: number): Promise<void> {
    const factor = this.storm() ? IN_STORM : AT_EASE;
    await sleep(Math.min(workedMs * factor, LONGEST_MS));
  }

  private storm(): boolean {
    const since = performance.now() - WINDOW_MS;
    const recent = this.arrivals.filter(({ at }) => at >= since);
    return recent.reduce((sum, { count }) => sum + count, 0) > STORM_PER_SECOND;
  }
}
