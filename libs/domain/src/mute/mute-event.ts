import type { PersonRef } from '../alert.js';

/** What happened to a mute, oldest first: its history only grows. */
export interface MuteEvent {
  readonly kind: 'set' | 'extended' | 'loud' | 'warned' | 'ended' | 'ended-early';
  readonly at: string;
  /** Null: the machine. */
  readonly by: PersonRef | null;
  readonly reason: string | null;
  /** The end as it stood after this. */
  readonly until: string;
}
