import {
  AHEAD_PERCENT,
  PHASES,
  SIZE_COUNT,
  climbTraits,
  perHourOf,
  phaseOf,
  sizeOf,
  strength,
  traitsOf,
  type CountRow,
  type OutlookTable,
  type Phase,
} from '@sturmwarte/detect';
import type { Moment } from './moments.js';
import { dot, leastAbsolute, logistic } from './regress.js';

const HOUR = 60;
const SIX_HOURS = 360;
const QUARTER = 15;
type Band = readonly [number, number];
/** Quarters of an hour of the way, by the minutes until they begin. */
const STEPS = [0, 45, 105, 165, 225, 345];
const BAND: Band = [0.1, 0.9];
/** Storms to come differ from those learned from, and the more the further ahead. */
const WIDER_BAND: Band = [0.09, 0.91];
/** A cell with fewer cases borrows those of all sizes. */
const FEWEST = 60;

/** A moment with how much it counts: every set as much as the others, however many alerts it has. */
export interface Lesson {
  readonly moment: Moment;
  readonly weight: number;
}

export function learn(lessons: readonly Lesson[]): OutlookTable {
  const row = (minutes: number, came: (moment: Moment) => number, band = BAND): CountRow =>
    learnCount(lessons, minutes, came, band);
  const hour = row(HOUR, ({ came }) => came(0, HOUR));
  return {
    hour,
    sixHours: row(SIX_HOURS, ({ came }) => came(0, SIX_HOURS), WIDER_BAND),
    top: row(QUARTER, ({ top }) => top.negatives),
    steps: STEPS.map((from) => ({
      from,
      ...row(QUARTER, ({ came }) => came(from, from + QUARTER)),
    })),
    passed: logistic(
      lessons.map(({ moment: { signs, peak }, weight }) => ({
        traits: traitsOf(signs),
        value: peak.ahead < 0 ? 1 : 0,
        weight,
      })),
    ),
    ahead: byPhase((phase) => {
      const coming = lessons.filter(
        ({ moment: { signs, peak } }) => peak.ahead >= 0 && phaseOf(signs) === phase,
      );
      return AHEAD_PERCENT.map((percent) =>
        quantile(coming, ({ peak }) => peak.ahead, percent / 100),
      );
    }),
    climb: logistic(
      lessons.flatMap(({ moment: { signs, evaluation, highest }, weight }) => {
        const { wayUp } = signs;
        if (wayUp === null) return [];
        const nextHour = perHourOf(dot(hour.weights[phaseOf(signs)], traitsOf(signs)));
        const traits = climbTraits(wayUp, nextHour, phaseOf(signs));
        return [{ traits, value: highest > evaluation.level ? 1 : 0, weight }];
      }),
    ),
  };
}

function learnCount(
  lessons: readonly Lesson[],
  minutes: number,
  came: (moment: Moment) => number,
  band: Band,
): CountRow {
  const cases = lessons.map(({ moment, weight }) => ({
    moment,
    weight,
    traits: traitsOf(moment.signs),
    value: strength((came(moment) * HOUR) / minutes),
  }));
  const weights = byPhase((phase) =>
    leastAbsolute(cases.filter(({ moment }) => phaseOf(moment.signs) === phase)),
  );
  const errors = byPhase((phase) => {
    const alike = cases
      .filter(({ moment }) => phaseOf(moment.signs) === phase)
      .map((one) => ({ ...one, error: one.value - dot(weights[phase], one.traits) }));
    return Array.from({ length: SIZE_COUNT }, (_, size) => {
      const near = alike.filter(({ moment }) => sizeOf(moment.signs) === size);
      return bandOf(near.length < FEWEST ? alike : near, band);
    }).flat();
  });
  return { weights, errors };
}

function bandOf(
  cases: readonly { readonly error: number; readonly weight: number }[],
  band: Band,
): number[] {
  const [low, high] = band.map((part) => weightedQuantile(cases, ({ error }) => error, part));
  return [Math.min(0, low ?? 0), Math.max(0, high ?? 0)];
}

function byPhase<T>(make: (phase: Phase) => T): Record<Phase, T> {
  const entries = PHASES.map((phase) => [phase, make(phase)] as const);
  return Object.fromEntries(entries) as Record<Phase, T>;
}

function quantile(
  lessons: readonly Lesson[],
  value: (moment: Moment) => number,
  part: number,
): number {
  return weightedQuantile(lessons, ({ moment }) => value(moment), part);
}

function weightedQuantile<T extends { readonly weight: number }>(
  all: readonly T[],
  value: (one: T) => number,
  part: number,
): number {
  const sorted = [...all].sort((a, b) => value(a) - value(b));
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) * part;
  let seen = 0;
  for (const one of sorted) {
    seen += one.weight;
    if (seen >= half) return value(one);
  }
  const last = sorted.at(-1);
  return last === undefined ? 0 : value(last);
}
