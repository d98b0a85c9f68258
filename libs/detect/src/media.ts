import { OUTLET_TIERS } from '@sturmwarte/domain';
import type { MediaEcho } from './count-delta.js';

const WINDOW_MINUTES = 360;
/** The scale ends at 40 outlets; a little room above it. */
const MOST = 64;
const CLASSIC = OUTLET_TIERS.indexOf('print');
/** One part in a week's six-hour windows: what is usual changes slowly. */
const LEARN = 1 / 10_080;

/** Distinct outlets with criticism in the last six hours, and how many are usual for this topic. */
export class MediaSketch {
  /** outlet hash -> [weight of its tier, last minute heard] */
  readonly outlets = new Map<number, readonly [tier: number, minute: number]>();
  usual = 0;
  /** Begins with a day of silence, or the first outlet would be the usual one. */
  minutes = 1_440;

  hear(minute: number, echoes: readonly MediaEcho[]): void {
    // Sorted, so that the order of arrival decides nothing where the sketch is full.
    for (const { outlet, tier } of [...echoes].sort((a, b) => a.outlet - b.outlet)) {
      const weight = OUTLET_TIERS.indexOf(tier);
      if (weight <= 0) continue;
      const known = this.outlets.get(outlet);
      if (known === undefined && this.outlets.size >= MOST) continue;
      this.outlets.set(outlet, [Math.max(weight, known?.[0] ?? 0), minute]);
    }
  }

  /** Forgets what is older than six hours; learns the usual number unless `frozen`. */
  pass(minute: number, frozen: boolean): void {
    for (const [outlet, [, heard]] of this.outlets) {
      if (heard <= minute - WINDOW_MINUTES) this.outlets.delete(outlet);
    }
    if (frozen) return;
    this.minutes++;
    this.usual += (this.outlets.size - this.usual) * Math.max(LEARN, 1 / this.minutes);
  }

  count(also: readonly MediaEcho[]): { outlets: number; classic: number } {
    const all = new Map([...this.outlets].map(([outlet, [tier]]) => [outlet, tier]));
    for (const { outlet, tier } of also) {
      const weight = OUTLET_TIERS.indexOf(tier);
      if (weight > 0) all.set(outlet, Math.max(weight, all.get(outlet) ?? 0));
    }
    return {
      outlets: all.size,
      classic: [...all.values()].filter((tier) => tier >= CLASSIC).length,
    };
  }
}
