import { LEVELS } from '@sturmwarte/domain';
import type { Level } from '@sturmwarte/domain';

const CONFIRM_MS = 10_000;

/** What the evidence of one evaluation says. `stay` is the level it is still good enough to hold. */
export interface Rung {
  readonly reached: Level;
  readonly stay: Level;
  readonly overwhelming: boolean;
}

/**
 * The level with its inertia: it rises when two evaluations at least ten seconds apart agree, or at once on
 * overwhelming evidence, and falls one step after an hour below. An incomplete picture never lowers it.
 */
export class LevelLadder {
  level: Level = 0;
  /** A higher level seen but not yet confirmed, and since when (ms). */
  pending: Level = 0;
  pendingSince = -1;
  /** Below the level since (ms); -1 while not below. */
  belowSince = -1;

  rise(at: number, rung: Rung): void {
    if (rung.reached > this.level && rung.overwhelming) {
      this.set(rung.reached);
      return;
    }
    if (rung.reached <= this.level) {
      if (at >= this.pendingSince) this.pendingSince = -1;
      return;
    }
    if (this.pendingSince < 0 || at < this.pendingSince) {
      if (this.pendingSince < 0) this.wait(rung.reached, at);
      return;
    }
    this.pending = rung.reached < this.pending ? rung.reached : this.pending;
    if (at - this.pendingSince < CONFIRM_MS) return;
    this.set(this.pending);
    if (rung.reached > this.level) this.wait(rung.reached, at);
  }

  /** Only closed minutes lower a level, and only a complete picture does. */
  fall(at: number, rung: Rung, holdMs: number, incomplete: boolean): void {
    if (incomplete || rung.stay >= this.level) {
      this.belowSince = -1;
      return;
    }
    if (this.belowSince < 0) this.belowSince = at;
    if (at - this.belowSince < holdMs) return;
    this.level = LEVELS[this.level - 1] ?? 0;
    this.belowSince = rung.stay >= this.level ? -1 : at;
  }

  private set(level: Level): void {
    this.level = level;
    this.pendingSince = -1;
    this.belowSince = -1;
  }

  private wait(level: Level, at: number): void {
    this.pending = level;
    this.pendingSince = at;
  }
}
