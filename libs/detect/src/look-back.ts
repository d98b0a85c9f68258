import type { OpenMinute } from './open-minute.js';
import type { MinuteRing, MinutesBack } from './ring.js';

export const LOOK_BACK_MINUTES = 120;

/** What the last minutes counted, by age: index 0 is the newest minute. One instance serves all topics in turn. */
export class LookBack implements MinutesBack {
  readonly negPermille = new Float64Array(LOOK_BACK_MINUTES);
  readonly total = new Float64Array(LOOK_BACK_MINUTES);
  readonly negCount = new Float64Array(LOOK_BACK_MINUTES);

  /** Reads the minutes that end with `minute`, open ones included. */
  read(minute: number, ring: MinuteRing, open: readonly OpenMinute[]): void {
    ring.copyBack(minute, this);
    for (const one of open) {
      const age = minute - one.minute;
      if (age < 0 || age >= LOOK_BACK_MINUTES) continue;
      this.negPermille[age] = (this.negPermille[age] ?? 0) + one.negPermille;
      this.total[age] = (this.total[age] ?? 0) + one.total;
      this.negCount[age] = (this.negCount[age] ?? 0) + one.negCount;
    }
  }

  /** Negative mentions in the `minutes` that begin `skip` minutes ago. */
  negatives(minutes: number, skip = 0): number {
    let sum = 0;
    for (let age = skip; age < skip + minutes; age++) sum += this.negPermille[age] ?? 0;
    return Math.max(0, sum / 1000);
  }

  /** Mentions judged negative. */
  judged(minutes: number): number {
    let sum = 0;
    for (let age = 0; age < minutes; age++) sum += this.negCount[age] ?? 0;
    return Math.max(0, sum);
  }

  mentions(minutes: number): number {
    let sum = 0;
    for (let age = 0; age < minutes; age++) sum += this.total[age] ?? 0;
    return Math.max(0, sum);
  }

  /** Negatives per minute, the newest weighing most; the weight falls to 1/e in `fade` minutes. */
  fading(fade: number): number {
    const keep = Math.exp(-1 / fade);
    let sum = 0;
    for (let age = LOOK_BACK_MINUTES - 1; age >= 0; age--)
      sum = sum * keep + (this.negPermille[age] ?? 0);
    return Math.max(0, (sum * (1 - keep)) / 1000);
  }
}
