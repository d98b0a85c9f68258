import type { Mention, Permille, Tone } from '@sturmwarte/domain';

/** Topics that do not count a mention, each with the mute that keeps it quiet. */
export type QuietTopics = ReadonlyMap<number, number>;

/** A mention that passed the door and the first look, ready to be stored. */
export interface PreparedMention {
  readonly op: 'upsert';
  readonly spaceId: number;
  readonly sourceId: number;
  readonly mention: Mention;
  /** As declared, else as the first look hears it. */
  readonly lang: string | undefined;
  /** Time of receipt by the clock of its space; also pushes that clock when `ownClock`. */
  readonly spaceNowMs: number;
  readonly ownClock: boolean;
  readonly topics: readonly number[];
  readonly negative: Permille;
  /** As heard by the first look; nothing corrects it but an edit. */
  readonly tone: Tone;
  readonly minute: number;
  readonly late: boolean;
  readonly backfill: boolean;
  /** Topics it does not count for, with the mute that says so; missing: it counts for all of its topics. */
  readonly quiet?: QuietTopics | null;
}

/** Erased at its source. */
export interface PreparedDeletion {
  readonly op: 'delete';
  readonly spaceId: number;
  readonly sourceId: number;
  readonly externalId: string;
}

export type PreparedItem = PreparedMention | PreparedDeletion;

/**
 * - `stored`     new
 * - `duplicate`  already there in this or a newer version, or erased at its source: nothing changed
 * - `replaced`   an edit
 * - `deleted`    erased now (also what never came: it will not come any more)
 */
export type Outcome = 'stored' | 'duplicate' | 'replaced' | 'deleted';
