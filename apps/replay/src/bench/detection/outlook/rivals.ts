import { perHourOf, strength } from '@sturmwarte/detect';
import type { Moment } from './moments.js';

const STEP = 15;
const HALF_LIFE = 180;
/** The best of a grid on the seeds the outlook learned from: hardly any trend is left. */
const TREND_MINUTES = 2;
const TREND_FADES = 240;
/** A mention answers another within half an hour or so. */
const ANSWER_MINUTES = 30;
const LOOKS = 24;

/** Another way to say how many negatives come in the next `minutes`. */
export interface Rival {
  readonly name: string;
  readonly expects: (moment: Moment, minutes: number) => number;
}

export const RIVALS: readonly Rival[] = [
  {
    name: 'stays as the last hour',
    expects: ({ came }, minutes) => (came(-60, 0) * minutes) / 60,
  },
  {
    name: 'stays as the last quarter',
    expects: ({ signs }, minutes) => (signs.last15 * minutes) / 60,
  },
  {
    name: 'falls by half in 3 h',
    expects: (moment, minutes) =>
      summed(moment, minutes, (after, excess) => excess * 0.5 ** (after / HALF_LIFE)),
  },
  { name: 'self-exciting', expects: selfExciting },
  { name: 'damped trend', expects: dampedTrend },
];

/** Usual negatives and what is left of the present excess over them, in steps of a quarter of an hour. */
function summed(
  { signs }: Moment,
  minutes: number,
  left: (after: number, excess: number) => number,
): number {
  const usual = minutes > 60 ? signs.usualNextSixHours : signs.usualNextHour;
  const excess = Math.max(0, signs.last15 - signs.usualNow);
  let sum = 0;
  for (let from = 0; from < minutes; from += STEP)
    sum += ((usual + left(from + STEP / 2, excess)) * STEP) / 60;
  return sum;
}

/** How clustered the last two hours were says how many answers a mention draws; the excess dies out accordingly. */
function selfExciting(moment: Moment, minutes: number): number {
  const counts = Array.from({ length: LOOKS }, (_, at) => moment.came(-5 * (at + 1), -5 * at));
  const mean = counts.reduce((sum, count) => sum + count, 0) / LOOKS;
  const spread = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / LOOKS;
  const clustered = mean > 0 ? Math.max(1, spread / mean) : 1;
  const answers = 1 - 1 / Math.sqrt(clustered);
  const fade = (1 - answers) / ANSWER_MINUTES;
  return summed(moment, minutes, (after, excess) => excess * Math.exp(-fade * after));
}

/** The growth of the last hour goes on and tires; then the excess fades. */
function dampedTrend(moment: Moment, minutes: number): number {
  const { last15, before15 } = moment.signs;
  const growth = (strength(last15) - strength(before15)) / 30;
  return summed(moment, minutes, (after, excess) => {
    const trend = growth * TREND_MINUTES * (1 - Math.exp(-after / TREND_MINUTES));
    return perHourOf(strength(excess) + trend - after / TREND_FADES);
  });
}
