import type { PersonRef } from '../alert.js';

/** Who did something, and when (ISO). */
export interface Stamp {
  /** The entry. */
  readonly seq: number;
  readonly at: string;
  /** Null: the machine. */
  readonly by: PersonRef | null;
}
