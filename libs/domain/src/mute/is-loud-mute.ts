/** What a mute kept from counting in one hour. */
export interface MutedCrowd {
  readonly negatives: number;
  readonly authors: number;
}

const LOUD_NEGATIVES = 50;
const LOUD_AUTHORS = 30;
/** People are told again after so long. */
export const LOUD_AGAIN_MS = 6 * 3_600_000;

/** So many people are so angry behind a mute that it may hide a storm. Told, never decided: a robot may have as many names. */
export function isLoudMute({ negatives, authors }: MutedCrowd): boolean {
  return negatives >= LOUD_NEGATIVES && authors >= LOUD_AUTHORS;
}
