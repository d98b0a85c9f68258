/**
 * The Shitstorm-Skala (Graf, Schwede, Feinheit 2012): 0 Windstille, 1 leiser Zug, 2 schwache Brise,
 * 3 frische Brise, 4 starker Wind, 5 Sturm, 6 Orkan. Names live in `@sturmwarte/i18n`.
 */
export const LEVELS = [0, 1, 2, 3, 4, 5, 6] as const;
export type Level = (typeof LEVELS)[number];

/** From here on the machine opens an alert (a quiet notice on the board). */
export const NOTICE_LEVEL: Level = 2;
/** From here on an alert is an alarm: it makes a sound and reaches the people on duty. */
export const ALARM_LEVEL: Level = 3;

export type Trend = 'rising' | 'steady' | 'easing';

export function isLevel(value: unknown): value is Level {
  return typeof value === 'number' && (LEVELS as readonly number[]).includes(value);
}

export function asLevel(value: number): Level {
  if (!isLevel(value)) throw new RangeError(`level ${value} is not on the scale 0 to 6`);
  return value;
}
