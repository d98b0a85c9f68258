import { MINUTE_MS } from '@sturmwarte/domain';
import type { Speed } from '../options.js';
import type { Pace, Stretch } from '../player.js';
import type { Prepared } from '../prepare-recording.js';
import { dayBefore } from '../scenario/compose-scenario.js';
import { background } from './background.js';
import { composeStorm, planTimes, type Library } from './compose-storm.js';
import type { Plan } from './plan.js';
import { topicsOf } from './subject.js';

/** Quiet history nobody wants to watch. */
const HISTORY = { speed: Infinity, batchMinutes: 10 };
const STORY_SECONDS = 60;
/** So that the detector knows the brand's days before people begin to watch; fewer of a brand much talked about. */
const HISTORY_MINUTES = 4 * 24 * 60;
const HISTORY_MENTIONS = 20_000;
const ORDINARY_SHARE = 0.2;

/** A bundled storm, ready to be played on a day (midnight UTC, ms). */
export function prepareStorm(
  plan: Plan,
  { seed, dayMs, speed }: { readonly seed: number; readonly dayMs: number; readonly speed: Speed },
  library: Library,
): Prepared {
  const { fromMs, startMs, endMs } = planTimes(plan, dayMs);
  const told: Stretch = { untilMs: Infinity, speed: factorOf(speed, endMs - startMs) };
  return {
    lines: asyncOf(composeStorm(plan, seed, dayMs, library).map((entry) => ({ entry }))),
    fromMs,
    pace: [{ ...HISTORY, untilMs: startMs }, told],
    title: plan.title.de,
    topics: topicsOf(plan),
  };
}

/** Ordinary days up to now in a rush, and then on in real time (or `--speed`) without end. */
export function prepareBackground(
  plan: Plan,
  options: {
    readonly seed: number;
    readonly perHour: number;
    readonly speed: Speed;
    readonly nowMs: number;
  },
  library: Library,
): Prepared {
  const { seed, perHour, speed, nowMs } = options;
  const history = Math.min(HISTORY_MINUTES, Math.floor((HISTORY_MENTIONS / perHour) * 60));
  const fromMs = (Math.floor(nowMs / MINUTE_MS) - history) * MINUTE_MS;
  const { brand, rival, languages } = plan;
  const ordinary = { perHour, negativeShare: ORDINARY_SHARE };
  const pace: Pace = [
    { ...HISTORY, untilMs: nowMs },
    { untilMs: Infinity, speed: speed.by === 'factor' ? speed.factor : 1 },
  ];
  return {
    lines: asyncOf(background({ brand, rival, languages, ordinary, seed, fromMs }, library)),
    fromMs,
    pace,
    title: brand,
    topics: topicsOf(plan),
  };
}

/** The day told about where nobody says: a file is the same whenever it is written, a play has just happened. */
export function usualDay(toFile: boolean, nowMs: number): number {
  return toFile ? Date.parse('2026-09-15') : dayBefore(nowMs);
}

function factorOf(speed: Speed, storyMs: number): number {
  if (speed.by === 'factor') return speed.factor;
  return storyMs / (speed.by === 'duration' ? speed.ms : STORY_SECONDS * 1_000);
}

async function* asyncOf<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}
