import { DomainError } from '../errors.js';
import type { Mute } from './mute.js';

/** Refuses what is over already, with who ended it. */
export function requireStandingMute(mute: Mute, now: number): void {
  if (mute.endedAt === null && Date.parse(mute.until) > now) return;
  throw new DomainError('mute-over', {
    by: mute.endedBy?.name ?? null,
    at: mute.endedAt ?? mute.until,
  });
}
