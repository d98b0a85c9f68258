import { MINUTE_MS, minuteOf } from '@sturmwarte/domain';
import type { Entry } from './entry.js';

export const MOST_IN_BATCH = 500;
/** In silence the space's clock still moves this often, in real time. */
export const TICK_MS = 250;
/** As fast as possible, a silence is crossed minute by minute, but in no more steps than this. */
const MOST_QUIET_STEPS = 15;

/** How fast the space's time runs. */
export interface Pace {
  /** Space time per real time; Infinity: as fast as the server acknowledges. */
  readonly speed: number;
  /** Before this moment (ms) it runs as fast as possible: quiet history nobody wants to watch. */
  readonly rushUntilMs?: number;
}

export type Step =
  | { readonly do: 'send'; readonly count: number; readonly clockMs: number }
  | { readonly do: 'clock'; readonly clockMs: number }
  | { readonly do: 'wait'; readonly ms: number };

/**
 * When is what to be sent? Pure: knows neither a clock nor a network. A batch never crosses a minute of the space, so
 * that no mention is older than the lateness the detector forgives when its batch arrives.
 */
export class Player {
  /** The space's clock as last told, ms. */
  clockMs: number;
  /** Where real and space time were last pinned together. */
  private anchor: { readonly realMs: number; readonly spaceMs: number } | undefined;
  private movedAtMs = -Infinity;
  private silence: { readonly untilMs: number; readonly stepMs: number } | undefined;

  constructor(
    private readonly pace: Pace,
    startMs: number,
  ) {
    this.clockMs = startMs;
  }

  /**
   * What to do at real time `realMs` with these entries next in line (time order; at least one). The step counts as
   * done: the next call goes on from there.
   */
  next(realMs: number, upcoming: readonly Entry[]): Step {
    const first = upcoming[0];
    if (first === undefined) throw new RangeError('nothing to play');
    if (this.rushing(first.atMs)) return this.rush(first.atMs, upcoming);
    this.anchor ??= { realMs, spaceMs: this.startOfTimed(first.atMs) };
    const spaceMs = this.anchor.spaceMs + (realMs - this.anchor.realMs) * this.pace.speed;
    if (first.atMs <= spaceMs) return this.send(realMs, upcoming, spaceMs);
    const dueInMs = Math.ceil((first.atMs - spaceMs) / this.pace.speed);
    const tickInMs = Math.ceil(this.movedAtMs + TICK_MS - realMs);
    if (tickInMs <= 0 && spaceMs > this.clockMs) return this.move(realMs, spaceMs);
    return { do: 'wait', ms: Math.max(1, Math.min(dueInMs, tickInMs > 0 ? tickInMs : TICK_MS)) };
  }

  /** How far real time is ahead of the plan, in real ms: above zero the server does not keep up. */
  lagMs(realMs: number, atMs: number): number {
    return this.anchor === undefined ? 0 : Math.max(0, realMs - this.dueAt(atMs, this.anchor));
  }

  /** As fast as possible: straight on to the next entry, through a silence in even steps. */
  private rush(nextMs: number, upcoming: readonly Entry[]): Step {
    const gap = nextMs - this.clockMs;
    if (gap <= MINUTE_MS) return this.send(-Infinity, upcoming, nextMs + MINUTE_MS);
    if (this.silence?.untilMs !== nextMs) {
      this.silence = { untilMs: nextMs, stepMs: Math.max(MINUTE_MS, gap / MOST_QUIET_STEPS) };
    }
    return this.move(-Infinity, Math.min(nextMs, this.clockMs + this.silence.stepMs));
  }

  private send(realMs: number, upcoming: readonly Entry[], spaceMs: number): Step {
    const minute = minuteOf(upcoming[0]?.atMs ?? 0);
    let count = 0;
    let lastMs = this.clockMs;
    for (const entry of upcoming) {
      const later = minuteOf(entry.atMs) > minute;
      if (later || entry.atMs > spaceMs || count === MOST_IN_BATCH) break;
      lastMs = Math.max(lastMs, entry.atMs);
      count++;
    }
    this.clockMs = lastMs;
    this.movedAtMs = realMs;
    return { do: 'send', count, clockMs: lastMs };
  }

  private move(realMs: number, toMs: number): Step {
    this.clockMs = toMs;
    this.movedAtMs = realMs;
    return { do: 'clock', clockMs: toMs };
  }

  private rushing(nextMs: number): boolean {
    return this.pace.speed === Infinity || nextMs < (this.pace.rushUntilMs ?? -Infinity);
  }

  private startOfTimed(nextMs: number): number {
    return Math.max(this.clockMs, Math.min(this.pace.rushUntilMs ?? -Infinity, nextMs));
  }

  private dueAt(atMs: number, anchor: { realMs: number; spaceMs: number }): number {
    return anchor.realMs + (atMs - anchor.spaceMs) / this.pace.speed;
  }
}
