import { setTimeout as sleep } from 'node:timers/promises';

const WINDOW_MS = 1_000;
/** Rest for each unit of work: this much at ease, so much more for every thousand mentions that come in a second. */
const AT_EASE = 0.25;
const PER_THOUSAND = 4;
const LONGEST_MS = 5_000;

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
    const factor = AT_EASE + (PER_THOUSAND * this.perSecond()) / 1_000;
    await sleep(Math.min(workedMs * factor, LONGEST_MS));
  }

  private perSecond(): number {
    const since = performance.now() - WINDOW_MS;
    return this.arrivals.filter(({ at }) => at >= since).reduce((sum, { count }) => sum + count, 0);
  }
}
