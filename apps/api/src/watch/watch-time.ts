import type { CountDelta } from '@sturmwarte/detect';
import { MINUTE_MS, minuteOf } from '@sturmwarte/domain';

/** A minute closes this long after its end, so that commits under way still count in it. */
export const LATENESS_MS = 5_000;
/** Almost the largest the database can hold. */
const LAST_MINUTE = 2_000_000_000;

/** Milliseconds: the space's clock, and the server's for the live space, null where the space has its own. */
export interface Clocks {
  readonly now: () => number;
  readonly receivedMs: () => number | null;
}

/** Which minute it is for the watch of a space, and which are over. */
export class WatchTime {
  constructor(private readonly clocks: Clocks) {}

  /** The minute it is. A space's own clock never goes back, so there nothing can be later. */
  present(): number {
    return this.clocks.receivedMs() === null ? LAST_MINUTE : minuteOf(this.clocks.now());
  }

  /** The last minute that is over by the space's clock. */
  lastMinute(): number {
    return Math.floor((this.clocks.now() - LATENESS_MS) / MINUTE_MS) - 1;
  }

  /** Nothing counts later than now (clocks differ a little), unless the server's clock was ahead then. */
  possible(deltas: readonly CountDelta[]): readonly CountDelta[] {
    const latest = this.present() + 1;
    return deltas.every(({ minute }) => minute <= latest)
      ? deltas
      : deltas.filter(({ minute }) => minute <= latest);
  }
}
