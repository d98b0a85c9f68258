import type { Baseline } from './baseline.js';
import type { LookBack } from './look-back.js';
import type { RecentPast } from './recent.js';

/** Negatives per minute taken as "nothing": one or two an hour. */
const FLOOR_RATE = 0.025;
/**
 * The other part of the volume asks for staying: the mean of the logarithms of three stretches of time. Robots and
 * headlines come all at once and are gone; of them one stretch is high, of a storm all three are.
 */
const STRETCHES = 3;
const STRETCH_FLOOR_RATE = 2 * FLOOR_RATE;
const STAYING = 0.45;
/** How far the last half day moves the expected volume: as a power, and at most by this factor's logarithm upwards. */
const RECENT_POWER = 0.4;
const RECENT_MOST = 1.5;
const RECENT_FEW = 3;

/** A young topic knows neither its level nor its day: until then a negative a minute is thought possible. */
const UNKNOWN_RATE = 1;
const UNKNOWN_HOURS = 2;

/** Far more than what floating point can lose here. */
const ROUNDING = 1e-9;

/** What is usual at this time, by what is known of the topic; `rate`: usual negatives per minute at this time of the week. */
function expectedNow(rate: number, baseline: Baseline, recent: RecentPast): number {
  const busy = Math.log((recent.negative + RECENT_FEW) / (recent.expected + RECENT_FEW));
  const today = rate * Math.exp(RECENT_POWER * Math.min(busy, RECENT_MOST));
  const doubt = UNKNOWN_HOURS / (UNKNOWN_HOURS + baseline.hours);
  const usual = today + (UNKNOWN_RATE - today) * doubt;
  return Math.max(usual, today);
}

/** How loud it is against what is usual: the mean of what just began and of what has stayed, as logarithms. */
export function loudness(
  window: LookBack,
  rate: number,
  baseline: Baseline,
  recent: RecentPast,
): number {
  return mixed(window, window.fading(), expectedNow(rate, baseline, recent));
}

function mixed(window: LookBack, fading: number, expected: number): number {
  const sudden = Math.log((fading + FLOOR_RATE) / (expected + FLOOR_RATE));
  const stretches =
    Math.log(window.newestNegatives(5) / 5 + STRETCH_FLOOR_RATE) +
    Math.log(window.earlierNegatives(5, 5) / 5 + STRETCH_FLOOR_RATE) +
    Math.log(window.earlierNegatives(10, 10) / 10 + STRETCH_FLOOR_RATE);
  const staying = stretches / STRETCHES - Math.log(expected + STRETCH_FLOOR_RATE);
  return (1 - STAYING) * sudden + STAYING * staying;
}

/**
 * At least as much as `loudness`, at a fraction of its cost: a mean of logarithms is never above the logarithm of the
 * mean. Only while no minute is open.
 */
export function loudnessAtMost(
  window: LookBack,
  rate: number,
  baseline: Baseline,
  recent: RecentPast,
): number {
  const expected = expectedNow(rate, baseline, recent);
  const sudden = (window.fadingAtMost() + FLOOR_RATE) / (expected + FLOOR_RATE);
  const stretches =
    window.newestNegatives(5) / 5 +
    window.earlierNegatives(5, 5) / 5 +
    window.earlierNegatives(10, 10) / 10;
  const staying = (stretches / STRETCHES + STRETCH_FLOOR_RATE) / (expected + STRETCH_FLOOR_RATE);
  return Math.log((1 - STAYING) * sudden + STAYING * staying) + ROUNDING;
}

/** Closer to `loudness` and never below it, at some more cost, but still without the walk over two hours. */
export function loudnessCloselyAtMost(
  window: LookBack,
  rate: number,
  baseline: Baseline,
  recent: RecentPast,
): number {
  return mixed(window, window.fadingAtMost(), expectedNow(rate, baseline, recent)) + ROUNDING;
}
