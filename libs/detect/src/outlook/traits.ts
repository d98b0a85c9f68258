import type { OutlookPhase } from '@sturmwarte/domain';
import type { Signs } from './signs.js';

/** Added to every number an hour before its logarithm is taken: next to nothing is like nothing. */
const FLOOR = 3;
/** A quarter of an hour this much above or below the 45 minutes before it (as a logarithm) rises or falls. */
const MOVES = 0.25;
/** So far above the mean of six hours (as a logarithm) it has only just begun. */
const FRESH = 1.5;
/** A day's shape learned from few days may leap; it is believed up to this logarithm. */
const MOST_TURN = 1.5;
const SIZES = [20, 60, 200];

export const PHASES = ['fresh', 'rising', 'steady', 'falling'] as const;
export type Phase = (typeof PHASES)[number];
export const SIZE_COUNT = SIZES.length + 1;

/** A number an hour as the outlook reckons with it, and back. */
export function strength(perHour: number): number {
  return Math.log(Math.max(0, perHour) + FLOOR);
}

export function perHourOf(strength: number): number {
  return Math.max(0, Math.exp(strength) - FLOOR);
}

/** The terms of every sum: a constant, the strengths of the past, the turn of the day, and what only counts upwards. */
export function traitsOf(signs: Signs): readonly number[] {
  const now = strength(signs.last15);
  const usual = strength(signs.usualNow);
  const turn = (later: number): number =>
    Math.max(-MOST_TURN, Math.min(MOST_TURN, strength(later) - usual));
  return [
    1,
    now,
    strength(signs.before15),
    strength(signs.before60),
    strength(signs.sixHours),
    strength(signs.last5) - now,
    usual,
    turn(signs.usualNextHour),
    turn(signs.usualNextSixHours),
    Math.max(0, now - strength(signs.before15)),
    Math.max(0, now - strength(signs.sixHours) - 1),
  ];
}

export function phaseOf(signs: Signs): Phase {
  const now = strength(signs.last15);
  const growth = now - strength(signs.before15);
  if (growth > 0 && now - strength(signs.sixHours) > FRESH) return 'fresh';
  return growth > MOVES ? 'rising' : growth < -MOVES ? 'falling' : 'steady';
}

/** In the words of the interface what has only just begun rises. */
export function shownPhase(phase: Phase): OutlookPhase {
  return phase === 'fresh' ? 'rising' : phase;
}

/** Small, middling, large, very large: chance weighs more on few. */
export function sizeOf({ last15, before15 }: Signs): number {
  const hour = (last15 + 3 * before15) / 4;
  return SIZES.filter((size) => hour >= size).length;
}
