import type { Level } from '@sturmwarte/domain';

/** One beep. Seconds and hertz; `volume` 0 to 1. */
export interface Tone {
  readonly at: number;
  readonly length: number;
  readonly hertz: number;
  readonly volume: number;
}

/** Longest alarm, seconds. */
export const LONGEST_ALARM = 3;

/**
 * The tune of a level: two calm falling tones at 3, more and higher ones from there. Told apart by number and rhythm,
 * not by loudness, so that they also work quietly and for people who hear little high pitch.
 */
export function tonesOf(level: Level): readonly Tone[] {
  if (level < 3) return [];
  const calls = level - 2;
  const pair = level >= 5 ? 0.34 : 0.46;
  return Array.from({ length: calls }, (_, call) => call * (pair + 0.14)).flatMap((at) => [
    { at, length: pair / 2, hertz: level >= 5 ? 740 : 587, volume: 0.5 },
    { at: at + pair / 2, length: pair / 2, hertz: level >= 5 ? 988 : 440, volume: 0.5 },
  ]);
}
