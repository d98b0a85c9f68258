import type { Trend } from './level.js';

const FLOOR = 2;
const SIGMAS = 1.5;

/** Which way it goes, from the negatives of two equal stretches of time; chance alone is `steady`. */
export function trendBetween(before: number, recent: number): Trend {
  const chance = Math.max(FLOOR, SIGMAS * Math.sqrt(Math.max(before, 0)));
  if (recent > before + chance) return 'rising';
  return recent < before - chance ? 'easing' : 'steady';
}
