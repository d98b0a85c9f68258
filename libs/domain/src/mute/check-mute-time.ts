import { DomainError } from '../errors.js';
import { LONGEST_MUTE_MS, MUTE_AHEAD_MS, SHORTEST_MUTE_MS } from './mute-limits.js';

/** Refuses a time that has no end, ends too soon, or lasts too long. `now` is milliseconds of the space's clock. */
export function checkMuteTime(from: string, until: string, now: number): void {
  const starts = Math.max(Date.parse(from), now);
  const ends = Date.parse(until);
  if (ends - starts < SHORTEST_MUTE_MS) throw new DomainError('mute-too-short', {});
  if (ends - starts > LONGEST_MUTE_MS || starts - now > MUTE_AHEAD_MS) {
    throw new DomainError('mute-too-long', { days: LONGEST_MUTE_MS / 86_400_000 });
  }
}
