import type { CountDelta } from './count-delta.js';
import type { OpenMinute } from './open-minute.js';

/** What may be known of the mentions of a topic beside their counts. */
export const AUTHORS = 1;
export const CHANNELS = 2;
export const TONE = 4;

/** What is known of these mentions: a sum of the above. Outlets are a matter apart. */
export function kindsIn({ authors, channels, tone }: CountDelta | OpenMinute): number {
  let kinds = 0;
  if (authors !== undefined && authors !== null && authors.length > 0) kinds |= AUTHORS;
  if (channels !== undefined && channels !== 0) kinds |= CHANNELS;
  if (tone !== undefined && tone !== null) kinds |= TONE;
  return kinds;
}
