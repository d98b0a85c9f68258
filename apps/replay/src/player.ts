import { MINUTE_MS, minuteOf } from '@sturmwarte/domain';
import type { Entry } from './entry.js';

export const MOST_IN_BATCH = 500;
/** In silence the space's clock still moves this often, in real time. */
export const TICK_MS = 250;
/** Newer mentions move the space's clock as they arrive; across a longer gap than this the player moves it. */
const QUIET_MS = 10 * MINUTE_MS;
/** ... by at most this at once. */
const LONGEST_LEAP_MS = 60 * MINUTE_MS;

/** A stretch of the recording and how fast it is told. */
export interface Stretch {
  /** Up to this moment of the space's time, ms; Infinity: to the end. */
  readonly untilMs: number;
  /** Space time per real time; Infinity: as fast as the server acknowledges. */
  readonly speed: number;
  /** Most minutes of the space in one batch; default 1, so that the detector sees minute after minute. */
  readonly batchMinutes?: number;
}

/** How fast the space's time runs: at least one stretch, one after another; the last one goes to the end. */
export type Pace = readonly [...Stretch[], Stretch];

export type Step =
  | { readonly do: 'send'; readonly count: number; readonly clockMs: number }
  | { readonly do: 'clock'; readonly clockMs: number }
  | { readonly do: 'wait'; readonly ms: number };

/**
 * When is what to be sent? Pure: knows neither a clock nor a network.
 */
export class Player {
  /** The space's clock as last told, ms. */
  clockMs: number;
  /** The stretch being told, and where real and space time were last pinned together. */
  private stretch: Stretch;
  private anchor: { readonly realMs: number; readonly spaceMs: number } | undefined;
  private movedAtMs = -Infinity;

  constructor(
    private readonly pace: Pace,
    startMs: number,
  ) {
    if (pace.at(-1)?.untilMs !== Infinity) throw new RangeError('the last stretch goes to the end');
    this.clockMs = startMs;
    this.stretch = this.stretchAt(startMs);
  }

  /**
   * What to do at real time `realMs` with these entries next in line (time order; at least one). The step counts as
   * done: the next call goes on from there.
   */
  next(realMs: number, upcoming: readonly Entry[]): Step {
    const first = upcoming[0];
    if (first === undefined) throw new RangeError('nothing to play');
    const spaceMs = this.spaceTime(realMs, first.atMs);
    if (spaceMs === Infinity) return this.rush(first.atMs, upcoming);
    if (first.atMs <= spaceMs) return this.send(realMs, upcoming, spaceMs);
    const nextMs = Math.min(first.atMs, this.stretch.untilMs);
    const dueInMs = Math.ceil((nextMs - spaceMs) / this.stretch.speed);
    const tickInMs = Math.ceil(this.movedAtMs + TICK_MS - realMs);
    if (tickInMs <= 0 && spaceMs > this.clockMs) return this.move(realMs, spaceMs);
    return { do: 'wait', ms: Math.max(1, Math.min(dueInMs, tickInMs > 0 ? tickInMs : TICK_MS)) };
  }

  /** How far real time is ahead of the plan, in real ms: above zero the server does not keep up. */
  lagMs(realMs: number, atMs: number): number {
    if (this.anchor === undefined) return 0;
    const dueMs = this.anchor.realMs + (atMs - this.anchor.spaceMs) / this.stretch.speed;
    return Math.max(0, realMs - dueMs);
  }

  /** As fast as possible: straight on to the next entry, through a silence in leaps. */
  private rush(nextMs: number, upcoming: readonly Entry[]): Step {
    const gap = nextMs - this.clockMs;
    if (gap <= QUIET_MS) return this.send(-Infinity, upcoming, Infinity);
    return this.move(-Infinity, Math.min(nextMs, this.clockMs + LONGEST_LEAP_MS));
  }

  private send(realMs: number, upcoming: readonly Entry[], spaceMs: number): Step {
    const endMinute = minuteOf(upcoming[0]?.atMs ?? 0) + (this.stretch.batchMinutes ?? 1);
    let count = 0;
    let lastMs = this.clockMs;
    for (const entry of upcoming) {
      const later = minuteOf(entry.atMs) >= endMinute;
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

  /** How far the space's time may go by now; Infinity while rushing. Enters the stretches one after another. */
  private spaceTime(realMs: number, nextMs: number): number {
    for (;;) {
      const { untilMs, speed } = this.stretch;
      if (speed === Infinity) {
        if (nextMs < untilMs) return Infinity;
        this.enter(realMs, Math.max(this.clockMs, untilMs));
      } else {
        const anchor = (this.anchor ??= { realMs, spaceMs: Math.min(this.clockMs, nextMs) });
        const spaceMs = anchor.spaceMs + (realMs - anchor.realMs) * speed;
        if (spaceMs < untilMs) return spaceMs;
        this.enter(anchor.realMs + (untilMs - anchor.spaceMs) / speed, untilMs);
      }
    }
  }

  private enter(realMs: number, spaceMs: number): void {
    this.stretch = this.stretchAt(spaceMs);
    this.anchor = this.stretch.speed === Infinity ? undefined : { realMs, spaceMs };
  }

  private stretchAt(spaceMs: number): Stretch {
    const found = this.pace.find(({ untilMs }) => spaceMs < untilMs);
    return found ?? (this.pace.at(-1) as Stretch);
  }
}
