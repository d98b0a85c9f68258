/**
 * What mutes of sources, authors or copies kept from counting for a topic in the hour that was looked at: the alert
 * would look different with it.
 */
export interface KeptQuiet {
  readonly mentions: number;
  /** By which mutes, most first. */
  readonly muteIds: readonly number[];
}
