import type { Mute } from './mute.js';

/** Is it in force at this moment? The clock alone decides: its end waits for nobody to write it down. */
export function muteStands(
  { from, until, endedAt }: Pick<Mute, 'from' | 'until' | 'endedAt'>,
  now: number,
): boolean {
  return endedAt === null && Date.parse(from) <= now && now < Date.parse(until);
}
